package com.ceap.local.bench.reactive;

import com.ceap.local.bench.SqliteFiles;
import com.ceap.local.bench.load.MachineTimer;
import com.ceap.local.bench.load.Timer;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Tables;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One measured process. Its last line of output is what it measured, as JSON. */
public final class ReactiveChild {
  private static final long SEED = 20_260_118;

  /** What fits the processor's cache, as what was just read does. */
  private static final CartShop AT_HAND = new CartShop(SEED, 1_000, 200);

  private static final int EVENTS_AT_HAND = 2_000;

  private static final CartShop STORED = new CartShop(SEED, 10_000, 2_000);
  private static final Timer TIMER = MachineTimer.PARKING;

  private final ReactiveSettings settings;
  private final CartStages stages;

  ReactiveChild(ReactiveSettings settings) {
    this.settings = settings;
    this.stages = new CartStages(settings.home(), settings.models());
  }

  /**
   * Measures once.
   *
   * @param arguments the measurement's id, then those of {@link ReactiveSettings#arguments()}
   */
  public static void main(String[] arguments) throws IOException {
    ReactiveSettings settings =
        ReactiveSettings.of(Arrays.asList(arguments).subList(1, arguments.length));
    ReactiveChild child = new ReactiveChild(settings);
    Object figures =
        switch (ReactivePart.of(arguments[0])) {
          case CORE -> child.core(AT_HAND);
          case STORAGE -> child.storage(STORED);
        };
    System.out.println(new ObjectMapper().writeValueAsString(figures));
    // Libraries may have left threads behind that are not daemons.
    System.exit(0);
  }

  CoreFigures core(CartShop shop) {
    return warm(shop).measure(settings.time(), settings.rate());
  }

  private CoreMeasurement warm(CartShop shop) {
    int events = Math.min(settings.events(), EVENTS_AT_HAND);
    CartEvents carts = new CartEvents(shop);
    List<String> bodies = IntStream.range(0, events).mapToObj(carts::body).toList();
    ReadyTables ready = ready(shop);
    CoreMeasurement core =
        new CoreMeasurement(stages.decisions(ready, bodies), stages.on(ready), bodies, TIMER);
    core.warmUp(settings.warmUpEvents(), settings.longestWarmUp());
    return core;
  }

  StorageFigures storage(CartShop shop) throws IOException {
    // What is decided with a store is what was decided without, so that it is compiled by now.
    var _ = warm(shop);
    Path decided = settings.folder().resolve("reactive.db");
    Path bare = settings.folder().resolve("reactive-bare.db");
    SqliteFiles.delete(decided);
    SqliteFiles.delete(bare);
    try (Tables ours = filled(shop, SqliteTables.open(decided, CartStages.CLOCK));
        Tables floor = filled(shop, SqliteTables.open(bare, CartStages.CLOCK))) {
      EventCalls calls = new EventCalls(ready(shop), stages);
      return new StorageMeasurement(new CartEvents(shop), calls, stages, ours, floor, TIMER)
          .measure(settings.events(), settings.time().dividedBy(2));
    } finally {
      SqliteFiles.delete(decided);
      SqliteFiles.delete(bare);
    }
  }

  private static ReadyTables ready(CartShop shop) {
    return new ReadyTables(filled(shop, new MemoryTables(CartStages.CLOCK)));
  }

  private static Tables filled(CartShop shop, Tables tables) {
    shop.fill(Stores.on(tables, CartStages.CLOCK));
    return tables;
  }
}
