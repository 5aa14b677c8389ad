package com.ceap.local.platform;

import com.ceap.local.dynamodb.DynamoDbLocal;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Tables;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens the tables of a data folder. */
final class LocalStore {
  private LocalStore() {}

  static Tables open(StoreKind kind, DataFolder data, Path home, InstantSource clock) {
    return switch (kind) {
      case EMBEDDED -> SqliteTables.open(data.database(), clock);
      case DYNAMODB_LOCAL ->
          DynamoDbLocal.start(
              home.resolve("infrastructure/local/target/dynamodb-local"), data.dynamoDb(), clock);
    };
  }
}
