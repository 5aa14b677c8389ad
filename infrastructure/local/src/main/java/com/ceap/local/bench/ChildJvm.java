package com.ceap.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A JVM with this process's class path that measures something. What it prints tells how far it is;
 * its last line is what it measured, a JSON object.
 */
public final class ChildJvm {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANSWER = "{";

  private final String measurement;
  private final List<String> command = new ArrayList<>();

  /**
   * A JVM that is not started yet.
   *
   * @param measurement what it measures, for messages
   * @param options of the JVM; see {@link #ownOptions()}
   */
  public ChildJvm(String measurement, List<String> options, Class<?> main, List<String> arguments) {
    this.measurement = measurement;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
  }

  /** The options that this process was started with. */
  public static List<String> ownOptions() {
    return List.copyOf(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /**
   * Runs it to its end.
   *
   * @throws IllegalStateException where it fails or takes longer than the limit
   */
  public JsonNode run(Duration limit, Consumer<String> progress) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      CompletableFuture<Process> end =
          process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
      var _ = end.whenComplete((_, late) -> destroy(process, late));
      String last = lastLine(process, progress);
      int code = process.waitFor();
      if (end.isCompletedExceptionally()) {
        throw failed("took more than " + limit.toMinutes() + " minutes");
      }
      if (code != 0 || !last.startsWith(ANSWER)) {
        throw failed("ended with code " + code + "; see above");
      }
      return JSON.readTree(last);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run the process of " + measurement, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring " + measurement, e);
    }
  }

  private static void destroy(Process process, Throwable late) {
    if (late != null) {
      process.destroyForcibly();
    }
  }

  private static String lastLine(Process process, Consumer<String> progress) throws IOException {
    String last = "";
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line;
        if (!line.startsWith(ANSWER)) {
          progress.accept(line);
        }
      }
    }
    return last;
  }

  private IllegalStateException failed(String how) {
    return new IllegalStateException("the process that measures '" + measurement + "' " + how);
  }
}
