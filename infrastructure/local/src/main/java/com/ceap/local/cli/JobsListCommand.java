package com.ceap.local.cli;

import com.ceap.lambdas.jobs.JobCalendar;
import com.ceap.lambdas.jobs.PlannedJob;
import com.ceap.local.jobs.JobWiring;
import com.ceap.local.jobs.LocalJobs;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.storage.JobRecord;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists jobs. */
@Command(
    name = "list",
    description = "Lists the jobs with their times (UTC), how each ended last, and when it is due.")
final class JobsListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  JobsListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      new ReactiveWork(platform, context, output, "./ceap jobs list").publish();
      ObjectPrograms programs = new LocalReactive(platform).programs();
      JobCalendar calendar = LocalJobs.calendar(platform, programs, JobWiring.registry(platform));
      Instant now = platform.clock().instant();
      if (output.json()) {
        output.print(json(calendar, now));
      } else {
        output.line("%-26s %-26s %-22s %-20s %s", "job", "program", "times", "next", "last");
        calendar.planned().forEach(job -> print(job, calendar.record(job), now));
      }
    }
    return 0;
  }

  private void print(PlannedJob job, Optional<JobRecord> record, Instant now) {
    output.line(
        "%-26s %-26s %-22s %-20s %s",
        job.plan().name(),
        job.programId().orElse(""),
        job.expression(),
        job.next(now).map(Instant::toString).orElse("never"),
        record.map(JobsListCommand::last).orElse("not yet"));
  }

  private static String last(JobRecord record) {
    return switch (record.state()) {
      case SEEN -> "not yet";
      case RUNNING -> "%s, begun at %s".formatted(record.slot(), record.startedAt());
      case DONE -> "%s  %s".formatted(record.slot(), record.result());
      case FAILED -> "%s  FAILED: %s".formatted(record.slot(), record.result());
    };
  }

  private static ArrayNode json(JobCalendar calendar, Instant now) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (PlannedJob job : calendar.planned()) {
      ObjectNode one = all.addObject();
      one.put("job", job.plan().name());
      one.put("programId", job.programId().orElse(null));
      one.put("purpose", job.plan().purpose());
      one.put("times", job.expression());
      one.put("next", job.next(now).map(Instant::toString).orElse(null));
      calendar.record(job).ifPresent(record -> last(one.putObject("last"), record));
    }
    return all;
  }

  private static void last(ObjectNode json, JobRecord record) {
    json.put("slot", record.slot().toString());
    json.put("state", record.state().name());
    json.put("startedAt", record.startedAt().toString());
    json.put("endedAt", record.endedAt().map(Instant::toString).orElse(null));
    json.put("result", record.result());
    json.put("failure", record.failure().map(ErrorCode::name).orElse(null));
  }
}
