package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets the clock go by the system's time. */
@Command(
    name = "system",
    description = {
      "Lets the clock go by the system's time again.",
      "Where it was ahead, it goes back: what was stored since has times that are yet to come."
    })
final class ClockSystemCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ClockSystemCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      Instant before = platform.clock().instant();
      platform.clock().follow();
      if (platform.clock().instant().isBefore(before)) {
        output.err().println("ceap: the clock went back from " + before);
      }
      ClockCommand.show(platform, output);
    }
    return 0;
  }
}
