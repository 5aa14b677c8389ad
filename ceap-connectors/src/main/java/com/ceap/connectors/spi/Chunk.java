package com.ceap.connectors.spi;

import java.time.LocalDate;
import java.util.List;

/**
 * A part of an extract that holds all rows of its customers.
 *
 * @param index from 0
 * @param count how many chunks the extract has
 * @param locations where the rows lie, in the warehouse's own terms
 * @param businessDate the day the extract is about; {@link LocalDate#MAX} where none is known
 */
public record Chunk(
    String connectorId, int index, int count, List<String> locations, LocalDate businessDate) {
  public Chunk {
    locations = List.copyOf(locations);
  }

  /** A chunk of a source that has no business date. */
  public Chunk(String connectorId, int index, int count, List<String> locations) {
    this(connectorId, index, count, locations, LocalDate.MAX);
  }
}
