package com.ceap.lambdas.batch;

/** Told how far a run is; called from several threads. */
public interface Progress {
  /** Says nothing to anybody. */
  Progress SILENT = (stage, done, total) -> {};

  /** Tells that {@code done} of {@code total} chunks left a stage. */
  void chunkDone(String stage, int done, int total);
}
