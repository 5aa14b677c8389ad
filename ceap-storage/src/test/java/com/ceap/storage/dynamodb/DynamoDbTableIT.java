package com.ceap.storage.dynamodb;

import com.ceap.storage.table.TableContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on DynamoDB Local. */
class DynamoDbTableIT extends TableContract {

  private static LocalDynamoDb dynamoDb;

  @BeforeAll
  static void start() throws Exception {
    dynamoDb = new LocalDynamoDb();
  }

  @AfterAll
  static void stop() throws Exception {
    dynamoDb.close();
  }

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    return DynamoDbTables.of(dynamoDb.client(), UUID.randomUUID() + "-", clock)
        .createMissing(definitions);
  }
}
