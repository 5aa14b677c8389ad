package com.ceap.local.bench.reactive;

import com.ceap.local.bench.ChildJvm;
import com.ceap.local.bench.load.WarmJvm;
import com.ceap.local.model.ModelTrainer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures how events are decided, in processes that run as a server does. */
public final class ReactiveBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAP = "1g";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final ReactiveSettings settings;
  private final Consumer<String> progress;

  public ReactiveBenchmark(ReactiveSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Measures. */
  public ReactiveFigures run() {
    prepare();
    return new ReactiveFigures(
        measure(ReactivePart.CORE, CoreFigures.class),
        measure(ReactivePart.STORAGE, StorageFigures.class));
  }

  private void prepare() {
    try {
      Files.createDirectories(settings.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + settings.folder(), e);
    }
    if (!ModelTrainer.trained(settings.models())) {
      var _ =
          ModelTrainer.train(
              settings.models(),
              ModelTrainer.DEFAULT_SEED,
              (model, done, total) -> progress.accept("training " + model));
    }
  }

  private <T> T measure(ReactivePart part, Class<T> figures) {
    progress.accept("measuring: " + part.id());
    List<String> arguments = new ArrayList<>(List.of(part.id()));
    arguments.addAll(settings.arguments());
    ChildJvm jvm = new ChildJvm(part.id(), WarmJvm.options(HEAP), ReactiveChild.class, arguments);
    try {
      return JSON.treeToValue(jvm.run(LIMIT, progress), figures);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the process of " + part.id() + " answered oddly", e);
    }
  }
}
