package com.ceap.lambdas.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.JobKey;
import com.ceap.storage.JobRecord;
import com.ceap.storage.JobRecord.State;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final Instant MORNING = Instant.parse("2026-03-01T06:30:00Z");
  private static final JobPlan HOURLY =
      JobPlan.ofPlatform("hourly", "Does it every hour.", "cron(0 * * * ? *)");

  private Instant now = MORNING;
  private final Stores stores = Stores.on(new MemoryTables(() -> now), () -> now);
  private final List<Instant> slots = new ArrayList<>();
  private final JobRunner runner = new JobRunner(stores.jobs(), () -> now);
  private final Job job = job(run -> slots.add(run.slot()));

  private interface Work {
    void on(JobRun run);
  }

  private static Job job(Work work) {
    return new Job() {
      @Override
      public JobPlan plan() {
        return HOURLY;
      }

      @Override
      public JobResult run(JobRun run) {
        work.on(run);
        return new JobResult.Done("done");
      }
    };
  }

  /** As a process that has just started sees it. */
  private JobCalendar calendar() {
    return new JobCalendar(Timetable.of(List.of(HOURLY), List.of()), stores.jobs());
  }

  private void workOff() {
    for (JobRun run : calendar().due(now)) {
      runner.run(job, run, false);
    }
  }

  @Test
  void aJobThatNobodyHasSeenBeforeIsNotBehindWithAnything() {
    workOff();

    assertThat(slots).isEmpty();
    assertThat(calendar().next(now)).contains(Instant.parse("2026-03-01T07:00:00Z"));
  }

  @Test
  void eachSlotIsWorkedOnOnce() {
    workOff();
    now = Instant.parse("2026-03-01T07:00:00Z");
    workOff();
    now = Instant.parse("2026-03-01T07:59:59Z");
    workOff();
    now = Instant.parse("2026-03-01T08:00:01Z");
    workOff();

    assertThat(slots)
        .containsExactly(
            Instant.parse("2026-03-01T07:00:00Z"), Instant.parse("2026-03-01T08:00:00Z"));
  }

  @Test
  void ofSeveralSlotsThatWereMissedTheLastStandsForAll() {
    workOff();
    now = Instant.parse("2026-03-03T12:10:00Z");

    workOff();
    workOff();

    assertThat(slots).containsExactly(Instant.parse("2026-03-03T12:00:00Z"));
  }

  @Test
  void oneOfManyProcessesWorksOnASlot() throws Exception {
    workOff();
    now = Instant.parse("2026-03-01T07:00:00Z");
    JobRun run = calendar().due(now).getFirst();
    List<JobOutcome> outcomes = new ArrayList<>();

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<JobOutcome> once = () -> runner.run(job(_ -> {}), run, false);
      for (var outcome : threads.invokeAll(List.of(once, once, once, once))) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).filteredOn(JobOutcome.Ran.class::isInstance).hasSize(1);
  }

  @Test
  void whoeverHasDiedIsSucceededWhenItsLeaseIsOver() {
    workOff();
    now = Instant.parse("2026-03-01T07:00:00Z");
    JobRun run = calendar().due(now).getFirst();
    stores.jobs().claim(run.key(), run.slot(), now, Duration.ofMinutes(20), false);

    assertThat(calendar().due(now)).isEmpty();
    assertThat(calendar().outstanding(now)).containsExactly(run);
    assertThat(runner.run(job, run, true)).isInstanceOf(JobOutcome.Elsewhere.class);
    now = now.plus(Duration.ofMinutes(20));
    workOff();

    assertThat(slots).containsExactly(run.slot());
    assertThat(calendar().outstanding(now)).isEmpty();
  }

  @Test
  void whoeverWasTooSlowHasNotTheLastWord() {
    workOff();
    now = Instant.parse("2026-03-01T07:00:00Z");
    JobRun run = calendar().due(now).getFirst();
    Job slow =
        job(
            _ -> {
              now = now.plus(Duration.ofMinutes(21));
              workOff();
              throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "the store is gone");
            });

    assertThat(runner.run(slow, run, false)).isInstanceOf(JobOutcome.Failed.class);

    assertThat(record().state()).isEqualTo(State.DONE);
  }

  @Test
  void aFailureIsKeptAndNotTriedAgainByItselfUntilTheNextSlot() {
    workOff();
    now = Instant.parse("2026-03-01T07:00:00Z");
    JobRun run = calendar().due(now).getFirst();

    runner.run(
        job(
            _ -> {
              throw new IllegalStateException("customer C1 is odd");
            }),
        run,
        false);

    assertThat(record().state()).isEqualTo(State.FAILED);
    assertThat(record().failure()).contains(ErrorCode.DEFECT);
    assertThat(record().result()).isEqualTo("job hourly met java.lang.IllegalStateException");
    assertThat(calendar().due(now)).isEmpty();
    assertThat(runner.run(job, run, false)).isInstanceOf(JobOutcome.Ran.class);
    assertThat(runner.run(job, run, false)).isInstanceOf(JobOutcome.DoneBefore.class);
    assertThat(runner.run(job, run, true)).isInstanceOf(JobOutcome.Ran.class);
  }

  private JobRecord record() {
    return stores.jobs().find(new JobKey("hourly", Optional.empty())).orElseThrow();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> new JobRegistry(List.of(job)).require("weekly"))
        .hasMessage("there is no job 'weekly'; known are hourly");
    assertThatThrownBy(() -> new JobRegistry(List.of(job, job)))
        .hasMessage("two jobs are called 'hourly'");
  }
}
