package com.ceap.local.cli;

import com.ceap.lambdas.jobs.JobOutcome;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how jobs ended. */
final class JobText {
  /** Of several slots of one job only the last is shown. */
  private record Line(JobRun run, JobOutcome outcome) {
    boolean sameJob(JobRun other) {
      return run.job().equals(other.job()) && run.program().equals(other.program());
    }
  }

  private final CommandOutput output;
  private final List<Line> lines = new ArrayList<>();
  private int ended;

  JobText(CommandOutput output) {
    this.output = output;
  }

  /** Remembers it for {@link #print}. */
  synchronized void ended(JobRun run, JobOutcome outcome) {
    ended++;
    lines.removeIf(line -> line.sameJob(run));
    lines.add(new Line(run, outcome));
  }

  /** Prints it at once. */
  synchronized void show(JobRun run, JobOutcome outcome) {
    output.line("%s", text(run, outcome));
    output.out().flush();
  }

  /** Prints the last slot of each job that has ended. */
  synchronized void print() {
    if (ended > 0) {
      output.line("%d jobs were due, the last slot of each:", ended);
      lines.forEach(line -> output.line("  %s", text(line.run(), line.outcome())));
    }
  }

  static String text(JobRun run, JobOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s  %-26s %-26s %s",
        run.slot(),
        run.job(),
        run.program().map(Program::programId).orElse(""),
        text(outcome));
  }

  private static String text(JobOutcome outcome) {
    return switch (outcome) {
      case JobOutcome.Ran(JobResult.Done done, _) -> done.text();
      case JobOutcome.Ran(JobResult.Skipped skipped, _) -> "skipped: " + skipped.text();
      case JobOutcome.Failed failed ->
          "FAILED %s: %s".formatted(failed.cause().code(), failed.cause().getMessage());
      case JobOutcome.DoneBefore _ -> "was done before";
      case JobOutcome.Elsewhere other ->
          "is being worked on by another process since " + other.record().startedAt();
    };
  }
}
