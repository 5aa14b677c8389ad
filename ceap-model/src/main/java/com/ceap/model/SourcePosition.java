package com.ceap.model;

/**
 * Where a raw record came from.
 *
 * @param connectorId the program's connector
 * @param row the row in the connector's answer for this chunk, from 1; 0 where there is no row
 */
public record SourcePosition(String connectorId, long row) {
  public SourcePosition {
    Require.text(connectorId, "connector id");
    if (row < 0) {
      throw new IllegalArgumentException("row must not be negative, was " + row);
    }
  }
}
