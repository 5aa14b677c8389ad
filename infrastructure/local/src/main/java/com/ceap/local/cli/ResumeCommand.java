package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.program.Program;
import com.ceap.storage.ControlRepository;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets messages go that were held back. */
@Command(
    name = "resume",
    description = {
      "Lets a program's messages go again, or those of one channel.",
      "A channel that was paused by itself stays so when the program is resumed."
    })
final class ResumeCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private PauseTarget target;
  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ResumeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      Program program = target.find(platform, context);
      ControlRepository controls = platform.stores().controls();
      boolean before = PauseReport.paused(controls.pauses(program.programId()), target.channel());
      controls.resume(program.programId(), target.channel());
      new PauseReport(program, target.channel(), before, controls.pauses(program.programId()))
          .print(output);
    }
    return 0;
  }
}
