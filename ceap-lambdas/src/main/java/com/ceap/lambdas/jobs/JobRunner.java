package com.ceap.lambdas.jobs;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.JobClaim;
import com.ceap.storage.JobKey;
import com.ceap.storage.JobRecord;
import com.ceap.storage.JobRecord.State;
import com.ceap.storage.JobRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Works on slots of jobs, each once, and keeps how it ended. Thread-safe. */
public final class JobRunner {
  /** A function has 15 minutes; whoever has not ended after this is dead. */
  private static final Duration LEASE = Duration.ofMinutes(20);

  private final JobRepository records;
  private final InstantSource clock;

  public JobRunner(JobRepository records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Works on a slot, unless that was done or is being done.
   *
   * @param again also where it was done before
   */
  public JobOutcome run(Job job, JobRun run, boolean again) {
    Instant started = clock.instant();
    return switch (records.claim(run.key(), run.slot(), started, LEASE, again)) {
      case JobClaim.Ended(JobRecord record) -> new JobOutcome.DoneBefore(record);
      case JobClaim.Running(JobRecord record) -> new JobOutcome.Elsewhere(record);
      case JobClaim.Granted granted -> run(job, run, new Begun(run.key(), granted, started));
    };
  }

  private record Begun(JobKey key, JobClaim.Granted claim, Instant at) {}

  private JobOutcome run(Job job, JobRun run, Begun begun) {
    try {
      JobResult result = job.run(run);
      return new JobOutcome.Ran(
          result, ended(run, begun, State.DONE, result.text(), Optional.empty()));
    } catch (CeapException e) {
      return failed(run, begun, e);
    } catch (RuntimeException e) {
      // Its message may hold a customer's data.
      return failed(
          run,
          begun,
          new CeapException(
              ErrorCode.DEFECT, "job %s met %s".formatted(run.job(), e.getClass().getName()), e));
    }
  }

  private JobOutcome failed(JobRun run, Begun begun, CeapException e) {
    return new JobOutcome.Failed(
        e, ended(run, begun, State.FAILED, e.getMessage(), Optional.of(e.code())));
  }

  private JobRecord ended(
      JobRun run, Begun begun, State state, String text, Optional<ErrorCode> failure) {
    Instant now = clock.instant();
    JobRecord record =
        new JobRecord(run.slot(), state, begun.at(), now, Optional.of(now), text, failure);
    // Whoever has claimed it since our lease ran out has the last word.
    var _ = records.finish(begun.key(), begun.claim(), record);
    return record;
  }
}
