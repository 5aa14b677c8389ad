package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class CommandLineTest {
  static Set<String> commands() {
    return Ceap.commandLine(
            new CommandContext(ProjectRoot.find(), InstantSource.system(), false, false))
        .getSubcommands()
        .keySet();
  }

  @Test
  void helpListsEveryCommand() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(commands()).contains("Exit codes:");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: ceap " + command).contains("--help");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsWrongUsage(String command) {
    CommandRun run = CommandRun.of(command, "--helpp");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("ceap: ").contains("Try 'ceap " + command + " --help'.");
  }

  @Test
  void aMisspeltCommandIsAnsweredWithWhatWasMeant() {
    CommandRun run = CommandRun.of("valdate");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Unmatched argument at index 0: 'valdate'", "ceap validate");
  }

  @Test
  void noCommandIsWrongUsage() {
    CommandRun run = CommandRun.of();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("ceap: Name a command.");
  }

  @Test
  void anErrorIsOneLineWithItsCode() {
    CommandRun run = failing(new CeapException(ErrorCode.MODEL_MISSING, "no model m"), false);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualToIgnoringNewLines("ceap: MODEL_MISSING: no model m");
  }

  @Test
  void aWrongArgumentIsWrongUsage() {
    CommandRun run = failing(new CeapException(ErrorCode.ARGUMENT_INVALID, "no such day"), false);

    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aDefectSaysWhereToReportItAndShowsItsTraceOnlyToWhomAsks() {
    CommandRun plain = failing(new IllegalStateException("broken"), false);
    CommandRun debug = failing(new IllegalStateException("broken"), true);

    assertThat(plain.code()).isEqualTo(1);
    assertThat(plain.err())
        .contains("ceap: DEFECT: IllegalStateException: broken", "report it")
        .doesNotContain("\tat ");
    assertThat(debug.err()).contains("\tat com.ceap.local.cli.CommandLineTest");
  }

  private static CommandRun failing(RuntimeException problem, boolean debug) {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new Failing()).setErr(new PrintWriter(err, true));
    int code =
        new ExecutionErrors(() -> debug).handleExecutionException(problem, line, line.parseArgs());
    return new CommandRun(code, "", err.toString());
  }

  @CommandLine.Command(name = "failing")
  private static final class Failing {}
}
