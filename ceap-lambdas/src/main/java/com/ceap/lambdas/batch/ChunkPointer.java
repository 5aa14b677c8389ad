package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import java.util.List;

/**
 * A chunk by its name, without the locations of its rows.
 *
 * @param index from 0
 * @param count how many chunks the connector's extract has
 */
public record ChunkPointer(String connectorId, int index, int count) {
  public ChunkPointer {
    if (connectorId == null || index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "a chunk needs its connector and an index below its count, was %s, %d of %d"
              .formatted(connectorId, index, count));
    }
  }

  public static ChunkPointer of(Chunk chunk) {
    return new ChunkPointer(chunk.connectorId(), chunk.index(), chunk.count());
  }

  /** The chunk as far as keys need it. */
  public Chunk chunk() {
    return new Chunk(connectorId, index, count, List.of());
  }
}
