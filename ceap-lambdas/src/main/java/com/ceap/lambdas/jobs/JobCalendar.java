package com.ceap.lambdas.jobs;

import com.ceap.storage.JobKey;
import com.ceap.storage.JobRecord;
import com.ceap.storage.JobRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Says which slots are due. A job that nobody has seen before is not behind with anything: its
 * slots count from then on. Of several that were missed the last one stands for all. Thread-safe.
 */
public final class JobCalendar {
  private final List<PlannedJob> planned;
  private final JobRepository records;

  /**
   * A calendar.
   *
   * @param planned in the order in which those of one moment are done
   */
  public JobCalendar(List<PlannedJob> planned, JobRepository records) {
    this.planned = List.copyOf(planned);
    this.records = records;
  }

  public List<PlannedJob> planned() {
    return planned;
  }

  /** The last run of a job, where there was one. */
  public Optional<JobRecord> record(PlannedJob job) {
    return records.find(key(job));
  }

  /** What is to be begun at a moment, the first that came due first. */
  public List<JobRun> due(Instant now) {
    return open(now, (record, slot) -> record.leavesOpen(slot) && !record.running(now));
  }

  /** What is due at a moment, with what somebody is working on. */
  public List<JobRun> outstanding(Instant now) {
    return open(now, JobRecord::leavesOpen);
  }

  private List<JobRun> open(Instant now, BiPredicate<JobRecord, Instant> open) {
    return planned.stream()
        .flatMap(
            job -> job.last(now).filter(slot -> open(job, slot, now, open)).map(job::run).stream())
        .sorted(Comparator.comparing(JobRun::slot))
        .toList();
  }

  private boolean open(
      PlannedJob job, Instant slot, Instant now, BiPredicate<JobRecord, Instant> open) {
    Optional<JobRecord> record = record(job);
    if (record.isEmpty()) {
      records.see(key(job), slot, now);
    }
    return record.filter(known -> open.test(known, slot)).isPresent();
  }

  /** When something comes due next; empty where nothing ever does. */
  public Optional<Instant> next(Instant after) {
    return planned.stream().flatMap(job -> job.next(after).stream()).min(Instant::compareTo);
  }

  private static JobKey key(PlannedJob job) {
    return new JobKey(job.plan().name(), job.programId());
  }
}
