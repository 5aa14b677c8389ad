package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets time pass. */
@Command(
    name = "advance",
    description = {
      "Advances a clock that stands, by a duration such as PT1H or P3D, or up to a moment.",
      "It stops at each moment at which something is due, so that this finds its own time as the"
          + " present one, and returns when all of it is done."
    })
final class ClockAdvanceCommand implements Callable<Integer> {
  private static final String WHO = "./ceap clock advance";

  private final CommandContext context;

  @Parameters(
      paramLabel = "DURATION",
      arity = "0..1",
      description = "ISO 8601: PT30M, PT1H, P3D, PT72H.")
  private String duration;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      description = "Up to this moment, such as 2026-03-01T10:00:00Z.")
  private String target;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;
  @Spec private CommandSpec spec;

  ClockAdvanceCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if ((duration == null) == (target == null)) {
      throw new ParameterException(
          spec.commandLine(), "Name a duration such as PT1H, or a moment with --to.");
    }
    try (LocalPlatform platform = data.open(context)) {
      if (target == null) {
        platform.clock().advance(duration());
      } else {
        platform.clock().advanceTo(moment());
      }
      JobText jobs = new JobText(output);
      String done = new ReactiveWork(platform, context, output, WHO).awaitQuiet(jobs::ended);
      platform.clock().refresh();
      ClockCommand.show(platform, output);
      if (!output.json()) {
        output.line("%s", done);
        jobs.print();
      }
    }
    return 0;
  }

  private Duration duration() {
    try {
      return Duration.parse(duration);
    } catch (DateTimeException e) {
      throw unreadable("a duration such as PT30M, PT1H or P3D", duration, e);
    }
  }

  private Instant moment() {
    try {
      return Instant.parse(target);
    } catch (DateTimeException e) {
      throw unreadable("a moment such as 2026-03-01T10:00:00Z", target, e);
    }
  }

  private ParameterException unreadable(String wanted, String was, DateTimeException cause) {
    return new ParameterException(
        spec.commandLine(), "This should be %s, was '%s'.".formatted(wanted, was), cause);
  }
}
