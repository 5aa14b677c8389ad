package com.ceap.storage;

import com.ceap.storage.embedded.HostileTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class HostileStoresIT extends EveryStore {
  private static final int SEED = 7;

  @TempDir Path folder;
  private HostileTables tables;

  @Override
  Tables open(InstantSource clock) {
    tables = HostileTables.open(folder, clock, SEED);
    return tables;
  }

  @Override
  void settle() {
    tables.settle();
  }
}
