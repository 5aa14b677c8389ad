package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.RateLimit.Turn;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight askers on one store, each with a clock that moves through the same second at its own pace
 * and each greedy: together they get what one would, whoever is quicker.
 */
class SharedRateIT {

  private static final int ASKERS = 8;
  private static final int RATE = 50;
  private static final Duration STEP = Duration.ofMillis(50);
  private static final int STEPS = 20;
  // A second's worth, a tenth of a second's worth, and the first.
  private static final int ALLOWED = 50 + 5 + 1;

  @TempDir Path folder;

  @Test
  void eightStoresOnOneFileHoldTheRateTogether() throws Exception {
    Path file = folder.resolve("ceap.db");
    List<Callable<Integer>> askers = new ArrayList<>();
    for (int i = 0; i < ASKERS; i++) {
      askers.add(() -> ask(file));
    }
    int sent = 0;
    try (ExecutorService executor = Executors.newFixedThreadPool(ASKERS)) {
      for (Future<Integer> asker : executor.invokeAll(askers)) {
        sent += asker.get();
      }
    }
    assertThat(sent).isEqualTo(ALLOWED);
  }

  @Test
  void eightProcessesHoldTheRateTogether() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < ASKERS; i++) {
      processes.add(start(folder.resolve("ceap.db")));
    }
    int sent = 0;
    for (Process process : processes) {
      sent += Integer.parseInt(process.inputReader().readLine());
      assertThat(process.waitFor()).isZero();
    }
    assertThat(sent).isEqualTo(ALLOWED);
  }

  private static Process start(Path file) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SharedRateIT.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Asks as one of the processes and prints how many messages it was given. */
  public static void main(String[] args) {
    System.out.println(ask(Path.of(args[0])));
  }

  private static int ask(Path file) {
    MutableClock clock = new MutableClock();
    int given = 0;
    try (SqliteTables tables = SqliteTables.open(file, clock)) {
      RateLimit rates = new RateLimit(tables.table(CeapTables.CONTROLS), clock);
      for (int step = 0; step <= STEPS; step++) {
        while (rates.acquire("p", RATE) instanceof Turn.Now) {
          given++;
        }
        clock.advance(STEP);
      }
    }
    return given;
  }
}
