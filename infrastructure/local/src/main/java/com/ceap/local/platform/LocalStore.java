package com.ceap.local.platform;

import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.InstantSource;

/** Tables, and what has to be stopped with them. */
record LocalStore(Tables tables, AutoCloseable server) implements AutoCloseable {
  static LocalStore open(StoreKind kind, DataFolder data, Path home, InstantSource clock) {
    return switch (kind) {
      case EMBEDDED -> new LocalStore(SqliteTables.open(data.database(), clock), () -> {});
      case DYNAMODB_LOCAL -> throw new UnsupportedOperationException("dynamodb-local");
    };
  }

  @Override
  public void close() {
    tables.close();
  }
}
