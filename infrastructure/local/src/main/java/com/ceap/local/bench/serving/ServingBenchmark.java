package com.ceap.local.bench.serving;

import com.ceap.local.bench.ChildJvm;
import com.ceap.local.bench.load.WarmJvm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Measures what customers are answered, in a process that runs as a server does. */
public final class ServingBenchmark {
  private static final String HEAP = "2g";

  /** Loading DynamoDB Local takes most of it, once. */
  private static final Duration LIMIT = Duration.ofHours(1);

  private final ServingLoad load;
  private final Consumer<String> progress;

  public ServingBenchmark(ServingLoad load, Consumer<String> progress) {
    this.load = load;
    this.progress = progress;
  }

  /** Measures. */
  public ServingFigures run() {
    ChildJvm jvm =
        new ChildJvm("serving", WarmJvm.options(HEAP), ServingChild.class, load.arguments());
    try {
      return new ObjectMapper().treeToValue(jvm.run(LIMIT, progress), ServingFigures.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the process of serving answered oddly", e);
    }
  }
}
