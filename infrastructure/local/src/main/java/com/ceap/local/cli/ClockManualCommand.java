package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the clock. */
@Command(
    name = "manual",
    description = "Stops the clock at its present time, until it is advanced.")
final class ClockManualCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ClockManualCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      platform.clock().stop();
      ClockCommand.show(platform, output);
    }
    return 0;
  }
}
