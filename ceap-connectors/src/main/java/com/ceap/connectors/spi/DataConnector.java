package com.ceap.connectors.spi;

/**
 * Brings the raw records of one business date, in chunks that hold all rows of a customer.
 * Thread-safe: chunks of one extract are read in parallel.
 */
public interface DataConnector {
  /**
   * Runs the source's query once and lays its rows out by chunk.
   *
   * @throws com.ceap.model.error.CeapException QUERY_INVALID, WAREHOUSE_MISSING,
   *     WAREHOUSE_UNAVAILABLE
   */
  Extract extract(ExtractRequest request);

  /** Streams the records of a chunk in a fixed order; memory does not grow with the chunk. */
  void read(Chunk chunk, RecordSink sink);
}
