package com.ceap.lambdas.jobs.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobOutcome;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.JobRunner;
import com.ceap.lambdas.jobs.PlannedJob;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.programs.PublishedPrograms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Does the job that a schedule names: {@code {"job": NAME, "programId": ID}}. Schedules may call
 * twice; the slot that has come last is done once. Thread-safe.
 */
public final class JobHandler implements RequestHandler<Map<String, String>, Map<String, String>> {
  private final JobRegistry jobs;
  private final PublishedPrograms programs;
  private final JobRunner runner;
  private final InstantSource clock;

  /** As the environment says. */
  public JobHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  private JobHandler(FunctionPlace place) {
    this(
        FunctionJobs.of(place),
        place.programs(),
        new JobRunner(place.stores().jobs(), place.clock()),
        place.clock());
    place.snapshots().prime(() -> Objects.requireNonNull(place.programs().newest()));
  }

  /** With collaborators of one's own. */
  public JobHandler(
      JobRegistry jobs, PublishedPrograms programs, JobRunner runner, InstantSource clock) {
    this.jobs = jobs;
    this.programs = programs;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * Does the job.
   *
   * @return {@code {"slot": …, "result": …}}
   * @throws CeapException as the job has failed, so that Lambda tries again and then tells; {@code
   *     ARGUMENT_INVALID} for a job or program that there is not, {@code PROGRAM_UNREADABLE}
   */
  @Override
  public Map<String, String> handleRequest(Map<String, String> input, Context context) {
    Job job = jobs.require(Objects.requireNonNullElse(input.get("job"), ""));
    PlannedJob planned = planned(job, Optional.ofNullable(input.get("programId")));
    Instant now = clock.instant();
    JobRun run = planned.run(planned.last(now).orElse(now));
    return Map.of("slot", run.slot().toString(), "result", result(runner.run(job, run, false)));
  }

  private PlannedJob planned(Job job, Optional<String> programId) {
    List<Program> wanted = programId.flatMap(programs::newest).stream().toList();
    return Timetable.of(List.of(job.plan()), wanted).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "job %s is not done for program '%s'"
                        .formatted(job.plan().name(), programId.orElse(""))));
  }

  private static String result(JobOutcome outcome) {
    return switch (outcome) {
      case JobOutcome.Ran(var result, _) -> result.text();
      case JobOutcome.Failed(CeapException cause, _) -> throw cause;
      case JobOutcome.DoneBefore(var record) -> "was done before: " + record.result();
      case JobOutcome.Elsewhere(var record) -> "is being worked on since " + record.startedAt();
    };
  }
}
