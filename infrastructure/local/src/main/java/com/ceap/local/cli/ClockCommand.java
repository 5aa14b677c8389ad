package com.ceap.local.cli;

import com.ceap.local.clock.ClockState;
import com.ceap.local.jobs.LocalJobs;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the time of the data folder. */
@Command(
    name = "clock",
    description = {
      "Shows the time by which everything in the data folder goes, and what is due next.",
      "It is the system's, or stands still and is advanced by hand, so that days pass in a second."
    })
final class ClockCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  private ClockCommand(CommandContext context) {
    this.context = context;
  }

  /** The command with those below it. */
  static CommandLine of(CommandContext context) {
    return new CommandLine(new ClockCommand(context))
        .addSubcommand(new ClockAdvanceCommand(context))
        .addSubcommand(new ClockManualCommand(context))
        .addSubcommand(new ClockSystemCommand(context));
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      show(platform, output);
    }
    return 0;
  }

  /** Prints the clock as it is now. */
  static void show(LocalPlatform platform, CommandOutput output) {
    ClockState state = platform.clock().state();
    Instant now = platform.clock().instant();
    LocalReactive reactive = new LocalReactive(platform);
    Optional<Instant> next = reactive.nextMoment();
    Optional<Instant> nextJob =
        LocalJobs.of(platform, reactive.programs(), (_, _) -> {}).nextAfter(now);
    if (output.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("mode", state.mode()).put("now", now.toString());
      if (state instanceof ClockState.Manual(_, Instant target)) {
        json.put("target", target.toString());
      }
      json.put("nextDue", next.map(Instant::toString).orElse(null));
      json.put("nextJob", nextJob.map(Instant::toString).orElse(null));
      output.print(json);
    } else {
      output.line("%s (%s)", now, words(state));
      output.line("%s", next.map(at -> due(now, at)).orElse("nothing is due"));
      nextJob.ifPresent(at -> output.line("next job at %s; `./ceap jobs list` shows them", at));
    }
  }

  private static String words(ClockState state) {
    return switch (state) {
      case ClockState.OfSystem _ -> "the system's time";
      case ClockState.Manual manual when manual.advancing() ->
          "manual, being advanced to " + manual.target();
      case ClockState.Manual _ -> "manual";
    };
  }

  private static String due(Instant now, Instant at) {
    return at.isAfter(now)
        ? "next due at %s, in %s".formatted(at, Duration.between(now, at))
        : "due since " + at;
  }
}
