package com.ceap.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.model.ModelTrainer;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.model.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is killed with kill -9 at different moments, and run again. */
class KilledRunE2ET {
  private static final long INTERACTIONS = 240_000;
  private static final String PROGRAM = "product-recommendations";

  @TempDir static Path folder;
  private static Path warehouse;
  private static Path prepared;
  private static Program program;
  private static Map<String, Double> expected;

  @BeforeAll
  static void runOnceUndisturbed() throws IOException {
    warehouse = folder.resolve("warehouse");
    prepared = folder.resolve("prepared");
    SampleShop.generate(SampleShopConfig.of(INTERACTIONS, 5, LocalRuns.DAY, warehouse));
    program = LocalRuns.program(PROGRAM);
    try (LocalPlatform platform = LocalRuns.open(prepared)) {
      ModelTrainer.train(platform.data().models(), 7, (model, done, total) -> {});
      platform.referenceTables().load(warehouse, (table, rows) -> {});
    }
    Path whole = copy("whole");
    LocalRuns.run(whole, program, warehouse);
    expected = LocalRuns.stored(whole, PROGRAM, "in-app");
    assertThat(expected).hasSizeGreaterThan(10_000);
  }

  @Test
  void killedWhileDeciding() throws Exception {
    Path data = copy("deciding");
    killWhen(data, () -> count(data.resolve("runs"), "score") > 0);
    runsAgainToTheSameTable(data);
  }

  @Test
  void killedWhileStoring() throws Exception {
    Path data = copy("storing");
    killWhen(data, () -> !LocalRuns.stored(data, PROGRAM, "in-app").isEmpty());
    runsAgainToTheSameTable(data);
  }

  @Test
  void killedAgainAndAgain() throws Exception {
    Path data = copy("again");
    killWhen(data, () -> count(data.resolve("runs"), "trace") > 1);
    killWhen(data, () -> !LocalRuns.stored(data, PROGRAM, "in-app").isEmpty());
    runsAgainToTheSameTable(data);
  }

  private static void runsAgainToTheSameTable(Path data) {
    LocalRuns.run(data, program, warehouse);
    assertThat(LocalRuns.stored(data, PROGRAM, "in-app")).isEqualTo(expected);
  }

  /** Starts a run in a process of its own and kills it as soon as the moment has come. */
  private static void killWhen(Path data, BooleanSupplier moment) throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.ceap.local.run.KilledRunE2ET$Run",
                data.toString(),
                warehouse.toString())
            .inheritIO()
            .start();
    while (run.isAlive() && !moment.getAsBoolean()) {
      run.waitFor(2, TimeUnit.MILLISECONDS);
    }
    assertThat(run.destroyForcibly().waitFor()).as("killed, not ended").isEqualTo(137);
  }

  /** The process that is killed. */
  static final class Run {
    private Run() {}

    public static void main(String[] arguments) {
      LocalRuns.run(Path.of(arguments[0]), LocalRuns.program(PROGRAM), Path.of(arguments[1]));
    }
  }

  private static long count(Path runs, String stage) {
    if (!Files.isDirectory(runs)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(runs)) {
      return files
          .filter(file -> file.getParent().endsWith(stage))
          .filter(file -> file.toString().endsWith(".jsonl"))
          .count();
    } catch (IOException | UncheckedIOException e) {
      return 0; // the folder is being written
    }
  }

  private static Path copy(String name) throws IOException {
    Path target = folder.resolve(name);
    try (Stream<Path> files = Files.walk(prepared)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(prepared.relativize(file)));
      }
    }
    return target;
  }
}
