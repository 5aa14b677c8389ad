package com.ceap.lambdas.jobs;

/**
 * Work that is due at certain times. Doing the same slot again must leave everything as doing it
 * once does: whoever did it first may have died before he could say so. Thread-safe.
 */
public interface Job {
  /** What it is called and when it is due. */
  JobPlan plan();

  /**
   * Does the work.
   *
   * @return what was done
   * @throws com.ceap.model.error.CeapException where it could not be done
   */
  JobResult run(JobRun run);
}
