package com.ceap.connectors.spi;

import java.util.List;

/**
 * A part of an extract that holds all rows of its customers.
 *
 * @param index from 0
 * @param count how many chunks the extract has
 * @param locations where the rows lie, in the warehouse's own terms
 */
public record Chunk(String connectorId, int index, int count, List<String> locations) {
  public Chunk {
    locations = List.copyOf(locations);
  }
}
