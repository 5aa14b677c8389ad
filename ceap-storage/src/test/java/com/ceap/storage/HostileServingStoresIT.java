package com.ceap.storage;

import com.ceap.storage.embedded.HostileTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HostileServingStoresIT extends ServingStoresContract {

  @TempDir Path folder;
  private HostileTables tables;

  @Override
  Tables open() {
    tables = HostileTables.open(folder, clock, 1);
    return tables;
  }

  @Override
  void settle() {
    tables.settle();
  }
}
