package com.ceap.local.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What commands know of the place they run in.
 *
 * @param home the project's folder, with {@code programs/}
 * @param clock the only clock of a command
 * @param colours whether standard output is a terminal that shows colours
 * @param liveProgress whether standard error is a terminal, on which a line may be drawn over
 */
public record CommandContext(
    Path home, InstantSource clock, boolean colours, boolean liveProgress) {

  /** The real place, as the launcher describes it. */
  static CommandContext ofProcess() {
    return new CommandContext(
        Path.of(System.getProperty("ceap.home", "")).toAbsolutePath().normalize(),
        InstantSource.system(),
        Boolean.getBoolean("ceap.terminal.out") && System.getenv("NO_COLOR") == null,
        Boolean.getBoolean("ceap.terminal.err"));
  }

  /** The day before today, UTC: the business date of a run that names none. */
  public LocalDate yesterday() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
  }

  public Path programs() {
    return home.resolve("programs");
  }

  /** Where the platform keeps its state unless {@code --data} names another folder. */
  public Path defaultData() {
    return home.resolve(".ceap");
  }
}
