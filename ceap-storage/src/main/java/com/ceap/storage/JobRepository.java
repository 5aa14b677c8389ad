package com.ceap.storage;

import static com.ceap.storage.CeapTables.CONTROLS;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.JobRecord.State;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The last run of every job, so that each slot is worked on once however many processes there are,
 * and none is forgotten where a machine was off. Reads are consistent. Thread-safe.
 */
public final class JobRepository {
  /** No program's id begins with it. */
  private static final String PLATFORM = "#platform";

  private static final String JOB = "JOB#";
  private static final String FENCE = "fence";
  private static final int TRIES = 5;

  private final Table table;

  JobRepository(Table table) {
    this.table = table;
  }

  public Optional<JobRecord> find(JobKey job) {
    return table.get(key(job)).map(JobRepository::record);
  }

  /** Notes that a job has been seen, if it never was: slots up to this one do not concern it. */
  public void see(JobKey job, Instant slot, Instant now) {
    JobRecord seen =
        new JobRecord(slot, State.SEEN, now, now, Optional.empty(), "", Optional.empty());
    // Refused where it is known, which is as good.
    var _ = table.put(item(job, seen, 0), Condition.ABSENT);
  }

  /**
   * Asks to work on a slot.
   *
   * @param again also where it ended before; where somebody is working on it, never
   * @param lease how long the work may take
   */
  public JobClaim claim(JobKey job, Instant slot, Instant now, Duration lease, boolean again) {
    JobRecord begun =
        new JobRecord(
            slot, State.RUNNING, now, now.plus(lease), Optional.empty(), "", Optional.empty());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Item stored = table.get(key(job)).orElse(Item.EMPTY);
      Optional<JobClaim> refused = refused(stored, slot, now, again);
      if (refused.isPresent()) {
        return refused.get();
      }
      long fence = fence(stored) + 1;
      if (table.put(item(job, begun, fence), unchanged(stored)).written()) {
        return new JobClaim.Granted(fence);
      }
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT,
        "job %s was claimed by others %d times in a row".formatted(job.job(), TRIES));
  }

  private static Optional<JobClaim> refused(Item stored, Instant slot, Instant now, boolean again) {
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    JobRecord record = record(stored);
    if (record.running(now)) {
      return Optional.of(new JobClaim.Running(record));
    }
    boolean open =
        again
            || record.leavesOpen(slot)
            || (record.slot().equals(slot) && record.state() == State.FAILED);
    return open ? Optional.empty() : Optional.of(new JobClaim.Ended(record));
  }

  /**
   * Says how work ended.
   *
   * @return false where somebody else has claimed the job meanwhile; nothing is written then
   */
  public boolean finish(JobKey job, JobClaim.Granted claim, JobRecord ended) {
    return table
        .put(item(job, ended, claim.fence()), Condition.equal(FENCE, Value.of(claim.fence())))
        .written();
  }

  private static Condition unchanged(Item stored) {
    return stored.isEmpty() ? Condition.ABSENT : Condition.equal(FENCE, Value.of(fence(stored)));
  }

  private static long fence(Item stored) {
    return stored.isEmpty() ? 0 : stored.number(FENCE).toLong();
  }

  private static Key key(JobKey job) {
    return Key.of(job.programId().orElse(PLATFORM), JOB + job.job());
  }

  private static Item item(JobKey job, JobRecord record, long fence) {
    Item.Builder item =
        Item.builder()
            .withAll(CONTROLS.keyItem(key(job)))
            .with(FENCE, fence)
            .with("slot", Epoch.of(record.slot()))
            .with("state", record.state().name())
            .with("startedAt", Epoch.of(record.startedAt()))
            .with("leaseUntil", Epoch.of(record.leaseUntil()))
            .with("result", record.result())
            .withText("failure", record.failure().map(ErrorCode::name));
    record.endedAt().ifPresent(at -> item.with("endedAt", Epoch.of(at)));
    return item.build();
  }

  private static JobRecord record(Item item) {
    return new JobRecord(
        Epoch.read(item, "slot"),
        State.valueOf(item.text("state")),
        Epoch.read(item, "startedAt"),
        Epoch.read(item, "leaseUntil"),
        item.has("endedAt") ? Optional.of(Epoch.read(item, "endedAt")) : Optional.empty(),
        item.text("result"),
        item.findText("failure").map(ErrorCode::valueOf));
  }
}
