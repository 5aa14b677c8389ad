package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockCommandsIT {
  @TempDir private Path folder;

  @Test
  void aNewFolderGoesByTheSystemsTime() {
    CommandRun run = clock();

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            2026-03-01T10:00:00Z (the system's time)
            nothing is due
            next job at 2026-03-02T03:45:00Z; `./ceap jobs list` shows them
            """);
  }

  @Test
  void aStoppedClockIsAdvancedByADurationOrUpToAMoment() throws Exception {
    assertThat(clock("manual").out()).startsWith("2026-03-01T10:00:00Z (manual)");

    assertThat(clock("advance", "PT72H").out()).startsWith("2026-03-04T10:00:00Z (manual)");
    assertThat(clock("advance", "--to", "2026-03-05T00:00:00Z").code()).isZero();

    assertThat(clock("--json").json().toString())
        .isEqualTo(
            "{\"mode\":\"manual\",\"now\":\"2026-03-05T00:00:00Z\","
                + "\"target\":\"2026-03-05T00:00:00Z\",\"nextDue\":null,"
                + "\"nextJob\":\"2026-03-05T03:45:00Z\"}");
  }

  @Test
  void backWithTheSystemTheClockSaysThatItWentBack() {
    clock("manual");
    clock("advance", "P1D");

    CommandRun run = clock("system");

    assertThat(run.out()).startsWith("2026-03-01T10:00:00Z (the system's time)");
    assertThat(run.err()).isEqualTo("ceap: the clock went back from 2026-03-02T10:00:00Z\n");
  }

  @Test
  void theSystemsTimeCannotBeAdvanced() {
    CommandRun run = clock("advance", "PT1H");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "ceap: ARGUMENT_INVALID: the clock goes by the system's time and cannot be advanced;"
                + " `./ceap clock manual` stops it\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h", "PT", "72", "PT1H PT1H"})
  void whatIsNoDurationIsWrongUsage(String duration) {
    clock("manual");

    CommandRun run = clock("advance", duration);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("This should be a duration such as PT30M, PT1H or P3D, was '" + duration + "'.");
  }

  @Test
  void timeIsNotTurnedBack() {
    clock("manual");

    assertThat(clock("advance", "--", "PT-1H").err())
        .contains("a clock is only advanced, by a duration such as PT1H or P3D, not by PT-1H");
    assertThat(clock("advance", "--to", "2026-02-28T00:00:00Z").err())
        .contains("a clock is only advanced, and 2026-02-28T00:00:00Z is before where it is");
    assertThat(clock("advance", "--to", "tomorrow").err())
        .contains("This should be a moment such as 2026-03-01T10:00:00Z, was 'tomorrow'.");
    assertThat(clock("advance").err())
        .contains("Name a duration such as PT1H, or a moment with --to.");
    assertThat(clock("advance", "PT1H", "--to", "2026-03-02T00:00:00Z").code()).isEqualTo(2);
    assertThat(clock().out()).startsWith("2026-03-01T10:00:00Z");
  }

  private CommandRun clock(String... arguments) {
    return CommandRun.of(CommandRun.with(List.of("clock"), (Object[]) withData(arguments)));
  }

  private String[] withData(String... arguments) {
    String[] all = new String[arguments.length + 2];
    int at = arguments.length > 0 && !arguments[0].startsWith("-") ? 1 : 0;
    System.arraycopy(arguments, 0, all, 0, at);
    all[at] = "--data";
    all[at + 1] = folder.toString();
    System.arraycopy(arguments, at, all, at + 2, arguments.length - at);
    return all;
  }
}
