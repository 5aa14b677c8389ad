package com.ceap.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts measured processes, with the options and the class path that this process was started
 * with. Only the archive of loaded classes is each kind's own, so that each finds its classes in
 * it.
 */
final class ChildProcess {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BenchFolder folder;
  private final Path home;

  ChildProcess(BenchFolder folder, Path home) {
    this.folder = folder;
    this.home = home;
  }

  /**
   * Runs one to its end.
   *
   * @throws IllegalStateException where it fails or takes more than five minutes
   */
  Measured measure(BenchKind kind) {
    Path output = folder.root().resolve(kind.id() + ".out");
    try {
      long started = System.nanoTime();
      Process process =
          new ProcessBuilder(command(kind))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(kind, "took more than " + LIMIT.toMinutes() + " minutes");
      }
      double wallSeconds = (System.nanoTime() - started) / 1e9;
      if (process.exitValue() != 0) {
        throw failed(kind, "ended with code " + process.exitValue() + "; see above");
      }
      return Measured.of(wallSeconds, answer(output));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the process of " + kind.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring " + kind.id(), e);
    }
  }

  private static IllegalStateException failed(BenchKind kind, String how) {
    return new IllegalStateException("the process that measures '" + kind.id() + "' " + how);
  }

  private static JsonNode answer(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    return JSON.readTree(lines.getLast());
  }

  private List<String> command(BenchKind kind) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      command.add(option.startsWith(ARCHIVE) ? ARCHIVE + folder.archive(kind) : option);
    }
    if (kind.holdsAll()) {
      command.addAll(List.of("-Xmx3g", "-Xmn1g"));
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BenchChild.class.getName());
    command.addAll(List.of(kind.id(), folder.root().toString(), home.toString()));
    return command;
  }
}
