package com.ceap.local.jobs;

import com.ceap.lambdas.jobs.JobOutcome;
import com.ceap.lambdas.jobs.JobRun;

/** Is told how slots of jobs ended; by one thread at a time. */
@FunctionalInterface
public interface JobListener {
  void ended(JobRun run, JobOutcome outcome);
}
