package com.ceap.storage;

import com.ceap.storage.dynamodb.DynamoDbTables;
import com.ceap.storage.dynamodb.LocalDynamoDb;
import com.ceap.storage.table.Tables;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoDbStoresIT extends EveryStore {
  private static LocalDynamoDb dynamoDb;

  @BeforeAll
  static void start() throws Exception {
    dynamoDb = new LocalDynamoDb();
  }

  @AfterAll
  static void stop() {
    dynamoDb.close();
  }

  @Override
  Tables open(InstantSource clock) {
    return DynamoDbTables.of(dynamoDb.client(), UUID.randomUUID() + "-", clock)
        .createMissing(CeapTables.ALL);
  }
}
