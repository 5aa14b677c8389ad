package com.ceap.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was given up. */
@Command(
    name = "dlq",
    description = "Lists, shows and replays what could not be dealt with, the dead letters.")
final class DlqCommand implements Runnable {
  @Spec private CommandSpec spec;

  private DlqCommand() {}

  /** The command with those below it. */
  static CommandLine of(CommandContext context) {
    return new CommandLine(new DlqCommand())
        .addSubcommand(new DlqListCommand(context))
        .addSubcommand(new DlqShowCommand(context))
        .addSubcommand(new DlqReplayCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: list, show or replay.");
  }
}
