package com.ceap.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was sent, as its recipients would see it. */
@Command(
    name = "outbox",
    description =
        "Lists, shows and opens the messages that were sent: on this machine they go to a folder.")
final class OutboxCommand implements Runnable {
  @Spec private CommandSpec spec;

  private OutboxCommand() {}

  /** The command with those below it. */
  static CommandLine of(CommandContext context) {
    return new CommandLine(new OutboxCommand())
        .addSubcommand(new OutboxListCommand(context))
        .addSubcommand(new OutboxShowCommand(context))
        .addSubcommand(new OutboxOpenCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: list, show or open.");
  }
}
