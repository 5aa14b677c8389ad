package com.ceap.connectors.spi;

import com.ceap.model.RejectedRecord;
import java.util.List;

/**
 * The rows of a source, laid out by chunk.
 *
 * @param rejected records that the warehouse itself could not read, with their file and line
 */
public record Extract(List<Chunk> chunks, List<RejectedRecord> rejected) {
  public Extract {
    chunks = List.copyOf(chunks);
    rejected = List.copyOf(rejected);
  }
}
