package com.ceap.local.bench.serving;

import com.ceap.local.bench.load.MachineTimer;
import com.ceap.local.bench.load.Timer;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.run.Programs;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Consumer;

/** The measured process. Its last line of output is what it measured, as JSON. */
public final class ServingChild {
  private static final long SEED = 20_260_118;

  /** In the morning: nothing is stale. */
  private static final Instant NOW = StoredFeeds.DECIDED.plus(Duration.ofHours(6));

  private ServingChild() {}

  /**
   * Loads what is missing, and measures once.
   *
   * @param arguments as {@link ServingLoad#arguments()} gives them
   */
  public static void main(String[] arguments) throws JsonProcessingException {
    ServingFigures figures = measure(ServingLoad.of(Arrays.asList(arguments)), System.out::println);
    System.out.println(new ObjectMapper().writeValueAsString(figures));
    // Libraries may have left threads behind that are not daemons.
    System.exit(0);
  }

  static ServingFigures measure(ServingLoad load, Consumer<String> progress) {
    StoredFeeds feeds = StoredFeeds.of(SEED, load.candidates());
    FeedLoader loader = new FeedLoader(feeds, load.data(), progress);
    try (LocalPlatform platform = loader.open(() -> open(load))) {
      Program program =
          new Programs(
                  new ProgramLoader(platform.registries().extensions()),
                  load.home().resolve("programs"))
              .find(StoredFeeds.PROGRAM);
      ServingMeasurement measurement =
          new ServingMeasurement(
              new HomeScreen(platform, program, feeds), timer(load), workers(load));
      progress.accept("warming up");
      measurement.warmUp(load.time().multipliedBy(3));
      progress.accept("measuring");
      long stored = (long) feeds.customers() * StoredFeeds.EACH;
      return measurement.measure(load.store().id(), stored, load.time());
    }
  }

  /**
   * Requests to the embedded store wait for nothing but a processor: more of them at once than
   * there are processors would only wait for each other.
   */
  private static int workers(ServingLoad load) {
    int processors = Runtime.getRuntime().availableProcessors();
    return load.store() == StoreKind.EMBEDDED ? processors : 2 * processors;
  }

  /** The embedded store's workers have a processor each, DynamoDB Local needs its own. */
  private static Timer timer(ServingLoad load) {
    return load.store() == StoreKind.EMBEDDED ? MachineTimer.SPINNING : MachineTimer.PARKING;
  }

  private static LocalPlatform open(ServingLoad load) {
    return LocalPlatform.open(load.data(), load.store(), load.home(), InstantSource.fixed(NOW));
  }
}
