package com.ceap.infrastructure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** cfn-lint, installed once with pip into {@code target/}. */
final class CfnLint {
  private static final String VERSION = "1.58.0";
  private static final Path VENV = Path.of("target", "cfn-lint-" + VERSION).toAbsolutePath();

  private CfnLint() {}

  /** Ends the test where it cannot be installed. */
  static void assumeInstalled() {
    boolean there = Files.exists(VENV.resolve("installed")) || install();
    assumeTrue(
        there,
        "cfn-lint %s cannot be installed: it needs python3 with venv, and a registry for pip"
            .formatted(VERSION));
  }

  private static boolean install() {
    try {
      boolean installed =
          run("python3", "-m", "venv", "--clear", VENV.toString()).exit() == 0
              && run(bin("pip"), "install", "--quiet", "cfn-lint==" + VERSION).exit() == 0;
      if (installed) {
        Files.createFile(VENV.resolve("installed"));
      }
      return installed;
    } catch (IOException e) {
      return false; // There is no python3 on the path.
    }
  }

  /**
   * What it says of templates.
   *
   * @param templates to look at
   */
  static Outcome check(List<Path> templates) throws IOException {
    List<String> command = new ArrayList<>(List.of(bin("cfn-lint")));
    // CDK names dependencies that references make already; they do no harm.
    command.addAll(List.of("--ignore-checks", "W3005", "--template"));
    templates.forEach(template -> command.add(template.toString()));
    return run(command.toArray(String[]::new));
  }

  record Outcome(int exit, String text) {}

  private static String bin(String name) {
    return VENV.resolve("bin").resolve(name).toString();
  }

  private static Outcome run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command[0], e);
    }
  }
}
