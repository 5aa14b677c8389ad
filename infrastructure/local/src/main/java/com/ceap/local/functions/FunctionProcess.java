package com.ceap.local.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** One function in a JVM of its own, behind AWS's Runtime Interface Client. */
public final class FunctionProcess implements AutoCloseable {
  /** As Lambda starts Java: one garbage collector thread, and the quick compiler alone. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          // By this the hooks of org.crac are Lambda's.
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

  /** What of a function's memory is heap, as with 1,400 of 1,769 MB. */
  private static final double HEAP = 0.79;

  private final String handler;
  private final Path log;
  private final RuntimeApi api;
  private final Process process;
  private final long startNanos;
  private final Duration limit;

  private FunctionProcess(Start start, RuntimeApi api, Process process, Duration limit) {
    this.handler = start.handler();
    this.log = start.log();
    this.api = api;
    this.process = process;
    this.startNanos = System.nanoTime();
    this.limit = limit;
  }

  /**
   * What is started.
   *
   * @param handler the handler's class
   * @param task the folder that its zip was unpacked into
   * @param besides what is on the class path besides; empty for functions
   * @param environment its environment variables
   * @param log where its output goes
   * @param memoryMb of the function
   * @param snapshot whether it starts as for a SnapStart snapshot, which is then restored
   */
  public record Start(
      String handler,
      Path task,
      List<Path> besides,
      Map<String, String> environment,
      Path log,
      int memoryMb,
      boolean snapshot) {
    public Start {
      besides = List.copyOf(besides);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * Starts one; it is not {@link #ready} yet.
   *
   * @param limit how long it may take to start, and to answer
   * @param clock by which it is told until when to answer
   */
  public static FunctionProcess start(Start start, Duration limit, InstantSource clock) {
    RuntimeApi api = RuntimeApi.open(clock);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Xmx%dm".formatted(Math.round(start.memoryMb() * HEAP)));
    command.add("-Xlog:gc:file=" + collections(start.log()));
    command.addAll(List.of("-cp", classPath(start.besides()), AWSLambda.class.getName()));
    command.add(start.handler());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(start.task().toFile());
    builder.redirectErrorStream(true).redirectOutput(start.log().toFile());
    builder.environment().clear();
    builder.environment().putAll(start.environment());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("LAMBDA_TASK_ROOT", start.task().toString());
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "ceap-local");
    builder
        .environment()
        .put("AWS_LAMBDA_INITIALIZATION_TYPE", start.snapshot() ? "snap-start" : "on-demand");
    try {
      return new FunctionProcess(start, api, builder.start(), limit);
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException("cannot start a JVM for " + start.handler(), e);
    }
  }

  /** The Runtime Interface Client and what it needs, and nothing of this process. */
  private static String classPath(List<Path> besides) {
    Stream<Path> client =
        Stream.of(
                AWSLambda.class,
                PojoSerializer.class,
                RequestHandler.class,
                SdkInternalThreadLocal.class)
            .map(FunctionProcess::source);
    return Stream.concat(client, besides.stream())
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jar or the folder that a class comes from. */
  public static Path source(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no place of " + type, e);
    }
  }

  private static Path collections(Path log) {
    return log.resolveSibling(log.getFileName() + ".gc");
  }

  /** What it has used so far, on Linux. */
  public FunctionUse use() {
    return FunctionUse.of(process.pid(), collections(log));
  }

  /**
   * Waits until it asks for an event.
   *
   * @return how long it took since its start
   */
  public Duration ready() {
    await(api.ready(), "started");
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** Has it answer an event. */
  public Answer answer(String id, String event) {
    long asked = System.nanoTime();
    String answer = await(api.invoke(id, event), "answered");
    return new Answer(answer, Duration.ofNanos(System.nanoTime() - asked));
  }

  /** What it answered, and after how long. */
  public record Answer(String json, Duration after) {}

  private <T> T await(CompletableFuture<T> what, String done) {
    CompletableFuture<Object> first = CompletableFuture.anyOf(what, process.onExit());
    try {
      first.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!what.isDone()) {
        throw new IllegalStateException(
            "%s ended with code %d before it had %s; it wrote:%n%s"
                .formatted(handler, process.exitValue(), done, Files.readString(log)));
      }
      return what.get();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "%s has not %s: %s".formatted(handler, done, e.getCause().getMessage()), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("%s has not %s within %s".formatted(handler, done, limit), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + handler, e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    api.close();
  }
}
