package com.ceap.local.cost;

import com.ceap.lambdas.batch.Registries;
import com.ceap.local.reference.LoadedTables;
import com.ceap.local.reference.ReferenceImport;
import com.ceap.local.reference.ReferenceTables;
import com.ceap.local.run.Programs;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** A sample shop with its customers, products and features in a store that is metered. */
final class SampleStore {
  static final LocalDate DATE = LocalDate.parse("2026-11-20");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T02:00:00Z"));

  private final SampleShopConfig config;
  private final Path home;
  private final Registries registries = Registries.load();
  private final MemoryTables stored = new MemoryTables(CLOCK);
  private final MeteredTables metered = new MeteredTables(stored);

  private SampleStore(SampleShopConfig config, Path home) {
    this.config = config;
    this.home = home;
  }

  /**
   * Makes the shop in a folder and loads it; loading is not counted.
   *
   * @param home the project's folder, with {@code programs/}
   */
  static SampleStore make(long interactions, Path folder, Path home) {
    SampleStore store =
        new SampleStore(
            SampleShopConfig.of(
                interactions, SampleShopConfig.DEFAULT_SEED, DATE, folder.resolve("warehouse")),
            home);
    SampleShop.generate(store.config);
    new ReferenceTables(
            new ReferenceImport(Stores.on(store.stored, CLOCK), folder.resolve("rejects"), CLOCK),
            new LoadedTables(store.stored))
        .load(store.config.out(), (table, rows) -> {});
    return store;
  }

  SampleShopConfig config() {
    return config;
  }

  Registries registries() {
    return registries;
  }

  MeteredTables tables() {
    return metered;
  }

  Program program(String programId) {
    return new Programs(new ProgramLoader(registries.extensions()), home.resolve("programs"))
        .find(programId);
  }

  Path home() {
    return home;
  }
}
