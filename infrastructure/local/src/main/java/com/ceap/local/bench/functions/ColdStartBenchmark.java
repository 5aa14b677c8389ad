package com.ceap.local.bench.functions;

import com.ceap.lambdas.topology.Artifact;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import com.ceap.local.functions.BareHandler;
import com.ceap.local.functions.FunctionProcess;
import com.ceap.local.functions.FunctionZip;
import com.ceap.local.functions.SampleEnvironment;
import com.ceap.local.functions.SampleEvents;
import com.ceap.local.functions.StandInAws;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Starts each function from its zip behind AWS's Runtime Interface Client, with services behind it
 * that answer at once: what is measured is the JVM, the libraries and our own wiring.
 */
public final class ColdStartBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int ONE_CPU = 1_769;
  private static final String BARE = "(does nothing)";

  private final Path home;
  private final ProgramLoader loader;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param home the project's folder
   * @param progress learns what is being measured
   */
  public ColdStartBenchmark(
      Path home, ProgramLoader loader, InstantSource clock, Consumer<String> progress) {
    this.home = home;
    this.loader = loader;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Measures every function, and first of all one that does nothing; they take turns.
   *
   * @param scratch an empty folder
   * @param runs of which the middle one counts
   */
  public List<ColdStart> run(Path scratch, int runs) throws IOException {
    Map<Artifact, FunctionZip> zips = new EnumMap<>(Artifact.class);
    for (Artifact artifact : Artifact.values()) {
      zips.put(artifact, new FunctionZip(home.resolve(artifact.file())));
      var _ = zips.get(artifact).unpack(scratch.resolve(artifact.module()));
    }
    Files.createDirectories(scratch.resolve(BARE));
    Map<String, List<ColdStart>> starts = new LinkedHashMap<>();
    Map<String, String> objects = SampleEnvironment.objects(home.resolve("programs"), loader);
    try (StandInAws aws = StandInAws.open(objects, clock)) {
      for (int run = 0; run < runs; run++) {
        add(starts, bare(scratch, aws));
        for (FunctionSpec function : packed(scratch)) {
          add(starts, measure(scratch, aws, function, zips.get(function.artifact()).size()));
        }
      }
    }
    return starts.values().stream().map(ColdStart::median).toList();
  }

  /** The client would start without its handler, too, and say so only when it is asked. */
  private static List<FunctionSpec> packed(Path scratch) {
    return Topology.PLATFORM.functions().stream()
        .filter(function -> holds(scratch.resolve(function.artifact().module()), function))
        .toList();
  }

  private static boolean holds(Path task, FunctionSpec function) {
    try (URLClassLoader classes =
        new URLClassLoader(new URL[] {jar(task, function.artifact())}, null)) {
      return classes.getResource(function.handler().replace('.', '/') + ".class") != null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of " + function.name(), e);
    }
  }

  private static URL jar(Path task, Artifact artifact) throws IOException {
    try (Stream<Path> jars = Files.list(task.resolve("lib"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(artifact.handlers() + "-"))
          .findFirst()
          .orElseThrow()
          .toUri()
          .toURL();
    }
  }

  private static void add(Map<String, List<ColdStart>> starts, ColdStart start) {
    starts.computeIfAbsent(start.function(), _ -> new ArrayList<>()).add(start);
  }

  private ColdStart bare(Path scratch, StandInAws aws) throws IOException {
    progress.accept(BARE);
    List<Path> besides = List.of(FunctionProcess.source(BareHandler.class));
    return measure(
        new Measured(
            BARE,
            0,
            BareHandler.class.getName(),
            scratch.resolve(BARE),
            besides,
            Optional.of("{}")),
        scratch,
        aws);
  }

  private ColdStart measure(Path scratch, StandInAws aws, FunctionSpec function, long bytes)
      throws IOException {
    progress.accept(function.name().text());
    return measure(
        new Measured(
            function.name().text(),
            bytes,
            function.handler(),
            scratch.resolve(function.artifact().module()),
            List.of(),
            event(function.name())),
        scratch,
        aws);
  }

  private record Measured(
      String name,
      long bytes,
      String handler,
      Path task,
      List<Path> besides,
      Optional<String> event) {}

  private ColdStart measure(Measured what, Path scratch, StandInAws aws) throws IOException {
    try (FunctionProcess cold = start(what, scratch, aws, false)) {
      double init = millis(cold.ready());
      if (what.event().isEmpty()) {
        return new ColdStart(what.name(), what.bytes(), init, Optional.empty());
      }
      String event = what.event().get();
      double first = millis(cold.answer("1", event).after());
      double next = millis(cold.answer("2", event).after());
      double restored = restored(what, scratch, aws, event);
      return new ColdStart(
          what.name(),
          what.bytes(),
          init,
          Optional.of(new ColdStart.Answers(first, next, restored)));
    }
  }

  private double restored(Measured what, Path scratch, StandInAws aws, String event)
      throws IOException {
    try (FunctionProcess snapshot = start(what, scratch, aws, true)) {
      var _ = snapshot.ready();
      return millis(snapshot.answer("1", event).after());
    }
  }

  private FunctionProcess start(Measured what, Path scratch, StandInAws aws, boolean snapshot)
      throws IOException {
    return FunctionProcess.start(
        new FunctionProcess.Start(
            what.handler(),
            what.task(),
            what.besides(),
            SampleEnvironment.variables(aws.url().toString()),
            Files.createTempFile(scratch, "function", ".log"),
            ONE_CPU,
            snapshot),
        LIMIT,
        clock);
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  /** What a function is asked; those of the batch, of campaigns and jobs are only started. */
  private Optional<String> event(FunctionName function) {
    return switch (function) {
      case REACTIVE ->
          Optional.of(
              SampleEvents.message(
                  "ceap-local-events-" + SampleEnvironment.CARTS,
                  SampleEvents.cartAbandoned(clock.instant().minusSeconds(60))));
      case LIFECYCLE ->
          Optional.of(
              SampleEvents.message("ceap-local-lifecycle", SampleEvents.optedOut(clock.instant())));
      case CHANNEL -> Optional.of(SampleEvents.message("ceap-local-touches-email", touch()));
      case SWEEP -> Optional.of("{}");
      case SERVING ->
          Optional.of(SampleEvents.request("/v1/customers/C0000003/candidates", "C0000003"));
      case EXTRACT,
          ETL,
          FILTER,
          SCORE,
          SELECT,
          STORE,
          COMPLETE,
          SETTLE,
          FREEZE,
          SEND_PART,
          JOBS,
          CHANGES,
          EXPORT,
          RETRAIN ->
          Optional.empty();
    };
  }

  private String touch() {
    String version =
        loader
            .load(home.resolve("programs").resolve(SampleEnvironment.CARTS + ".yaml"))
            .orElseThrow()
            .version();
    return SampleEvents.touch(version, clock.instant().minusSeconds(3_600));
  }
}
