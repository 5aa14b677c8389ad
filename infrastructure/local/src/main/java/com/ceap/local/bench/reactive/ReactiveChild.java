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

/** One measured process. Its last line of output is what it measured, as JSON. */
public final class ReactiveChild {
  private static final CartShop SHOP = new CartShop(20_260_118, 10_000, 2_000);
  private static final Timer TIMER = new MachineTimer();

  private final ReactiveSettings settings;
  private final CartShop shop;
  private final CartStages stages;

  ReactiveChild(ReactiveSettings settings, CartShop shop) {
    this.settings = settings;
    this.shop = shop;
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
    ReactiveChild child = new ReactiveChild(settings, SHOP);
    Object figures =
        switch (ReactivePart.of(arguments[0])) {
          case CORE -> child.core();
          case STORAGE -> child.storage();
        };
    System.out.println(new ObjectMapper().writeValueAsString(figures));
    // Libraries may have left threads behind that are not daemons.
    System.exit(0);
  }

  CoreFigures core() {
    return warm().measure(settings.time(), settings.rate());
  }

  private CoreMeasurement warm() {
    CoreMeasurement core =
        new CoreMeasurement(stages.on(ready()), new CartEvents(shop), settings.events(), TIMER);
    core.warmUp(settings.warmUpEvents(), settings.longestWarmUp());
    return core;
  }

  StorageFigures storage() throws IOException {
    // What is decided with a store is what was decided without, so that it is compiled by now.
    var _ = warm();
    Path decided = settings.folder().resolve("reactive.db");
    Path bare = settings.folder().resolve("reactive-bare.db");
    SqliteFiles.delete(decided);
    SqliteFiles.delete(bare);
    try (Tables ours = filled(SqliteTables.open(decided, CartStages.CLOCK));
        Tables floor = filled(SqliteTables.open(bare, CartStages.CLOCK))) {
      EventCalls calls = new EventCalls(ready(), stages);
      return new StorageMeasurement(new CartEvents(shop), calls, stages, ours, floor, TIMER)
          .measure(settings.events(), settings.time().dividedBy(2));
    } finally {
      SqliteFiles.delete(decided);
      SqliteFiles.delete(bare);
    }
  }

  private ReadyTables ready() {
    return new ReadyTables(filled(new MemoryTables(CartStages.CLOCK)));
  }

  private Tables filled(Tables tables) {
    shop.fill(Stores.on(tables, CartStages.CLOCK));
    return tables;
  }
}
