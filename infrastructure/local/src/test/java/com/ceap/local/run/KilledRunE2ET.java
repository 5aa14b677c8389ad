package com.ceap.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.model.ModelTrainer;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.model.program.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    killAfter(data, "decide", 1);
    assertThat(LocalRuns.stored(data, PROGRAM, "in-app")).isEmpty();
    runsAgainToTheSameTable(data);
  }

  @Test
  void killedWhileStoring() throws Exception {
    Path data = copy("storing");
    killAfter(data, "store", 1);
    assertThat(LocalRuns.stored(data, PROGRAM, "in-app")).isNotEmpty();
    runsAgainToTheSameTable(data);
  }

  @Test
  void killedAgainAndAgain() throws Exception {
    Path data = copy("again");
    killAfter(data, "store", 2);
    killAfter(data, "decide", 2);
    killAfter(data, "store", 1);
    runsAgainToTheSameTable(data);
  }

  private static void runsAgainToTheSameTable(Path data) {
    LocalRuns.run(data, program, warehouse);
    assertThat(LocalRuns.stored(data, PROGRAM, "in-app")).isEqualTo(expected);
  }

  /** Starts a run in a process of its own and kills it when so many chunks have left a stage. */
  private static void killAfter(Path data, String stage, int chunks) throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                data.toString(),
                warehouse.toString(),
                stage,
                Integer.toString(chunks))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = run.inputReader()) {
      assertThat(said.readLine()).isEqualTo(KilledRun.REACHED);
    } finally {
      run.destroyForcibly().waitFor();
    }
    assertThat(run.exitValue()).as("killed, not ended").isEqualTo(137);
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
