package com.ceap.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts measured processes, with the options and the class path that this process was started
 * with. Only the archive of loaded classes is each kind's own, so that each finds its classes in
 * it.
 */
final class ChildProcess {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

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
    List<String> arguments = List.of(kind.id(), folder.root().toString(), home.toString());
    ChildJvm jvm = new ChildJvm(kind.id(), options(kind), BenchChild.class, arguments);
    long started = System.nanoTime();
    JsonNode answer = jvm.run(LIMIT, line -> {});
    return Measured.of((System.nanoTime() - started) / 1e9, answer);
  }

  private List<String> options(BenchKind kind) {
    List<String> options = new ArrayList<>();
    for (String option : ChildJvm.ownOptions()) {
      options.add(option.startsWith(ARCHIVE) ? ARCHIVE + folder.archive(kind) : option);
    }
    if (kind.holdsAll()) {
      options.addAll(List.of("-Xmx3g", "-Xmn1g"));
    }
    return options;
  }
}
