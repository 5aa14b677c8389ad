package com.ceap.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done at certain times. */
@Command(
    name = "jobs",
    description = {
      "Lists the jobs that are done at certain times, and does one now.",
      "`ceap up` and `ceap clock advance` do them when they are due, each slot once; a slot that"
          + " was missed is made up for."
    })
final class JobsCommand implements Runnable {
  @Spec private CommandSpec spec;

  private JobsCommand() {}

  /** The command with those below it. */
  static CommandLine of(CommandContext context) {
    return new CommandLine(new JobsCommand())
        .addSubcommand(new JobsListCommand(context))
        .addSubcommand(new JobsRunCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: list or run.");
  }
}
