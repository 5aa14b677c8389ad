package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.program.Program;
import com.ceap.storage.ControlRepository;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Holds messages back. */
@Command(
    name = "pause",
    description = {
      "Holds a program's messages back, or those of one channel: nothing is reserved from now on.",
      "What is due waits for `ceap resume`, as long as the program's maxLateness allows; journeys"
          + " go on, and nothing is sent twice."
    })
final class PauseCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private PauseTarget target;
  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  PauseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      Program program = target.find(platform, context);
      ControlRepository controls = platform.stores().controls();
      boolean before = PauseReport.paused(controls.pauses(program.programId()), target.channel());
      controls.pause(program.programId(), target.channel());
      new PauseReport(program, target.channel(), !before, controls.pauses(program.programId()))
          .print(output);
    }
    return 0;
  }
}
