package com.ceap.local.jobs;

import com.ceap.lambdas.jobs.JobCalendar;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.JobRunner;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.local.engine.Recurring;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.runtime.programs.PublishedPrograms;
import java.time.Instant;
import java.util.Optional;

/** The jobs of a data folder, for an engine. Thread-safe. */
public final class LocalJobs implements Recurring {
  private final JobRegistry jobs;
  private final JobCalendar calendar;
  private final JobRunner runner;
  private final JobListener listener;
  private volatile Calm calm = new Calm(Instant.MAX, Instant.MAX);

  private LocalJobs(
      JobRegistry jobs, JobCalendar calendar, JobRunner runner, JobListener listener) {
    this.jobs = jobs;
    this.calendar = calendar;
    this.runner = runner;
    this.listener = listener;
  }

  /** Nothing is due from one moment until another, which saves looking there again. */
  private record Calm(Instant from, Instant until) {
    boolean covers(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  /**
   * The jobs of the published programs.
   *
   * @param listener is told of each that this process has done
   */
  public static LocalJobs of(
      LocalPlatform platform, PublishedPrograms programs, JobListener listener) {
    JobRegistry registry = JobWiring.registry(platform);
    return new LocalJobs(
        registry,
        calendar(platform, programs, registry),
        new JobRunner(platform.stores().jobs(), platform.clock()),
        listener);
  }

  /** When those jobs are due, and how they ended last. */
  public static JobCalendar calendar(
      LocalPlatform platform, PublishedPrograms programs, JobRegistry registry) {
    return new JobCalendar(
        Timetable.of(registry.plans(), programs.newest().readable()), platform.stores().jobs());
  }

  @Override
  public boolean due(Instant now) {
    if (calm.covers(now)) {
      return false;
    }
    boolean due = !calendar.due(now).isEmpty();
    if (!due) {
      calm = new Calm(now, calendar.next(now).orElse(Instant.MAX));
    }
    return due;
  }

  @Override
  public boolean outstanding(Instant now) {
    return !calendar.outstanding(now).isEmpty();
  }

  @Override
  public void work(Instant now) {
    for (JobRun run : calendar.due(now)) {
      jobs.find(run.job()).ifPresent(job -> listener.ended(run, runner.run(job, run, false)));
    }
  }

  @Override
  public Optional<Instant> nextAfter(Instant now) {
    return calendar.next(now);
  }
}
