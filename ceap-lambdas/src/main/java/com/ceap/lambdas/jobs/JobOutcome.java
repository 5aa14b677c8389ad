package com.ceap.lambdas.jobs;

import com.ceap.model.error.CeapException;
import com.ceap.storage.JobRecord;

/** How asking for a slot of a job ended. */
public sealed interface JobOutcome {
  /** It was done, or there was nothing to do. */
  record Ran(JobResult result, JobRecord record) implements JobOutcome {}

  /** It was tried. */
  record Failed(CeapException cause, JobRecord record) implements JobOutcome {}

  /** It was done before, or a later one was. */
  record DoneBefore(JobRecord record) implements JobOutcome {}

  /** Somebody is working on it. */
  record Elsewhere(JobRecord record) implements JobOutcome {}
}
