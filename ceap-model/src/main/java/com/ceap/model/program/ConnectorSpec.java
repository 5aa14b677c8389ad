package com.ceap.model.program;

import java.util.List;

/**
 * A source of raw records.
 *
 * @param config the typed configuration that the connector's factory reads
 * @param columns the canonical names of what it delivers; empty where that cannot be told
 */
public record ConnectorSpec(String connectorId, String type, Object config, List<String> columns) {
  public ConnectorSpec {
    columns = List.copyOf(columns);
  }

  /** One of which nobody can tell what it delivers. */
  public ConnectorSpec(String connectorId, String type, Object config) {
    this(connectorId, type, config, List.of());
  }

  /** Whether records may have a column, as far as can be told. */
  public boolean mayDeliver(String column) {
    return columns.isEmpty() || columns.contains(column);
  }
}
