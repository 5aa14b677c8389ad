package com.ceap.lambdas.batch.aws;

import com.ceap.lambdas.batch.ChunkPointer;
import com.ceap.lambdas.batch.ChunkReport;
import com.ceap.lambdas.batch.RunTicket;

/**
 * What travels with a chunk from function to function: pointers and counts.
 *
 * @param report the funnel so far; none before the first step
 */
record ChunkTask(RunTicket run, ChunkPointer chunk, ChunkReport report) {
  ChunkTask {
    if (run == null || chunk == null) {
      throw new IllegalArgumentException("a chunk's task needs run and chunk");
    }
    report = report == null ? ChunkReport.EMPTY : report;
  }

  ChunkTask with(ChunkReport next) {
    return new ChunkTask(run, chunk, next);
  }
}
