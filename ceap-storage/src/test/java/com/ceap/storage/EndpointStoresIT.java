package com.ceap.storage;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.storage.dynamodb.DynamoDbTables;
import com.ceap.storage.dynamodb.LocalDynamoDb;
import com.ceap.storage.table.Tables;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@OnAwsEndpoint
class EndpointStoresIT extends EveryStore {
  private static DynamoDbClient client;

  @BeforeAll
  static void connect(AwsEndpoint endpoint) {
    client = LocalDynamoDb.client(endpoint.uri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  Tables open(InstantSource clock) {
    return DynamoDbTables.of(client, UUID.randomUUID() + "-", clock).createMissing(CeapTables.ALL);
  }
}
