package com.ceap.local.bench.functions;

import com.ceap.lambdas.topology.Artifact;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import com.ceap.local.functions.FunctionProcess;
import com.ceap.local.functions.FunctionUse;
import com.ceap.local.functions.FunctionZip;
import com.ceap.local.functions.SampleDay;
import com.ceap.local.functions.SampleEnvironment;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Has each function do from its zip what it does at a time in production, with as much heap as its
 * memory gives it, and looks at what it takes.
 */
public final class FunctionsBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(5);

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
  public FunctionsBenchmark(
      Path home, ProgramLoader loader, InstantSource clock, Consumer<String> progress) {
    this.home = home;
    this.loader = loader;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Measures every function once.
   *
   * @param scratch an empty folder
   */
  public List<FunctionFigures> run(Path scratch, SampleDay.Size size) throws IOException {
    return run(scratch, size, Set.of(FunctionName.values()));
  }

  private List<FunctionFigures> run(Path scratch, SampleDay.Size size, Set<FunctionName> wanted)
      throws IOException {
    for (Artifact artifact : Artifact.values()) {
      var _ = new FunctionZip(home.resolve(artifact.file())).unpack(task(scratch, artifact));
    }
    List<FunctionFigures> all = new ArrayList<>();
    try (SampleDay day = new SampleDay(home, loader, size, clock)) {
      for (FunctionName name : SampleDay.order()) {
        FunctionSpec function = Topology.PLATFORM.function(name);
        if (wanted.contains(name) && runsHere(function)) {
          progress.accept(name.text());
          all.add(measure(scratch, day, function));
        }
      }
    }
    return List.copyOf(all);
  }

  /**
   * Measures what works on a whole run at once, by the slope between two sizes of one.
   *
   * @param scratch an empty folder
   */
  public List<WholeRunFigures> runWhole(Path scratch) throws IOException {
    Map<FunctionName, FunctionFigures> small =
        byName(whole(scratch.resolve("small"), WholeRunFigures.SMALL));
    Map<FunctionName, FunctionFigures> large =
        byName(whole(scratch.resolve("large"), WholeRunFigures.LARGE));
    return WholeRunFigures.FUNCTIONS.stream()
        .map(name -> new WholeRunFigures(small.get(name), large.get(name)))
        .toList();
  }

  private List<FunctionFigures> whole(Path scratch, SampleDay.Size size) throws IOException {
    return run(Files.createDirectories(scratch), size, WholeRunFigures.NEEDED);
  }

  private static Map<FunctionName, FunctionFigures> byName(List<FunctionFigures> all) {
    return all.stream().collect(Collectors.toMap(one -> one.function().name(), one -> one));
  }

  /** The exports' library is packed for the functions' own platform alone. */
  private static boolean runsHere(FunctionSpec function) {
    return function.artifact() != Artifact.EXPORT
        || System.getProperty("os.arch").equals("aarch64");
  }

  private static Path task(Path scratch, Artifact artifact) {
    return scratch.resolve(artifact.module());
  }

  private FunctionFigures measure(Path scratch, SampleDay day, FunctionSpec function) {
    Map<String, String> variables = SampleEnvironment.variables(day.aws().url().toString());
    FunctionProcess.Start start =
        new FunctionProcess.Start(
            function.handler(),
            task(scratch, function.artifact()),
            List.of(),
            variables,
            scratch.resolve(function.name().text() + ".log"),
            function.memoryMb(),
            false);
    try (FunctionProcess process = FunctionProcess.start(start, LIMIT, clock)) {
      var _ = process.ready();
      List<String> events = day.events(function.name());
      double before = process.use().cpuSeconds();
      int calls = day.aws().calls().size();
      String answer = process.answer("first", events.getFirst()).json();
      double first = process.use().cpuSeconds();
      int called = day.aws().calls().size() - calls;
      var _ = process.answer("next", events.getFirst());
      double next = process.use().cpuSeconds();
      int others = day.aws().calls().size();
      events.stream().skip(1).forEach(event -> process.answer("other", event));
      FunctionUse use = process.use();
      int all = called + day.aws().calls().size() - others;
      day.answered(function.name(), answer);
      return new FunctionFigures(
          function,
          use,
          first - before,
          next - first,
          called,
          use.cpuSeconds() - before - (next - first),
          all);
    }
  }
}
