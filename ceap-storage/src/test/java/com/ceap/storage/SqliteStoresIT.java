package com.ceap.storage;

import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresIT extends EveryStore {
  @TempDir Path folder;

  @Override
  Tables open(InstantSource clock) {
    return SqliteTables.open(folder.resolve("ceap.db"), clock);
  }
}
