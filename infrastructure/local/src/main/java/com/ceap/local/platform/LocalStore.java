package com.ceap.local.platform;

import com.ceap.local.dynamodb.DynamoDbLocal;
import com.ceap.local.queue.QueueTables;
import com.ceap.storage.CeapTables;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Opens the tables of a data folder. */
final class LocalStore {
  private LocalStore() {}

  static Tables open(StoreKind kind, DataFolder data, Path home, InstantSource clock) {
    return switch (kind) {
      case EMBEDDED -> SqliteTables.open(data.database(), clock);
      case DYNAMODB_LOCAL ->
          DynamoDbLocal.start(
              home.resolve("infrastructure/local/target/dynamodb-local"),
              data.dynamoDb(),
              clock,
              tables());
    };
  }

  private static List<TableDefinition> tables() {
    return Stream.concat(CeapTables.ALL.stream(), QueueTables.ALL.stream()).toList();
  }
}
