package com.ceap.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code ceap} command; what it can do is in its subcommands. */
@Command(
    name = "ceap",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the work failed, or found problems",
      "2:the command line is wrong"
    })
public final class Ceap implements Runnable {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the code an error came from.")
  private boolean debug;

  @Spec private CommandSpec spec;

  private Ceap() {}

  /** Runs a command; what it prints is UTF-8 wherever it goes, as JSON must be. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine(CommandContext.ofProcess()).setOut(out).setErr(err).execute(arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** The command line with every command, for a place. */
  static CommandLine commandLine(CommandContext context) {
    Ceap ceap = new Ceap();
    CommandLine line = new CommandLine(ceap);
    Commands.of(context).forEach(line::addSubcommand);
    // Set here, since what the annotation says is inherited by the commands.
    line.getCommandSpec()
        .usageMessage()
        .header("Decides who is told what, and why: the CEAP platform on one machine.");
    ArgumentTypes.register(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(context.colours() ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler(new UsageErrors());
    line.setExecutionExceptionHandler(new ExecutionErrors(() -> ceap.debug));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
