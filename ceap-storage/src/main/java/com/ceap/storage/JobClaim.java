package com.ceap.storage;

/** Whether somebody may work on a job now. */
public sealed interface JobClaim {
  /**
   * Nobody else does.
   *
   * @param fence tells this claim from every other one of the job
   */
  record Granted(long fence) implements JobClaim {}

  /** Somebody does, or did a moment ago and has not said how it ended. */
  record Running(JobRecord record) implements JobClaim {}

  /** The slot, or a later one, was worked on before. */
  record Ended(JobRecord record) implements JobClaim {}
}
