package com.ceap.storage.dynamodb;

import com.ceap.storage.table.TableContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract on whatever answers at {@code CEAP_AWS_ENDPOINT}, such as LocalStack. */
@EnabledIfEnvironmentVariable(named = "CEAP_AWS_ENDPOINT", matches = "https?://.+")
class DynamoDbEndpointIT extends TableContract {

  private static DynamoDbClient client;

  @BeforeAll
  static void connect() {
    client = LocalDynamoDb.client(URI.create(System.getenv("CEAP_AWS_ENDPOINT")));
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    return DynamoDbTables.of(client, UUID.randomUUID() + "-", clock).createMissing(definitions);
  }
}
