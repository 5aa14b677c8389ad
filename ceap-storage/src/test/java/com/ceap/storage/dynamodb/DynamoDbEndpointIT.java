package com.ceap.storage.dynamodb;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.MotoApi;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.storage.table.TableContract;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract on an AWS-compatible endpoint. */
@OnAwsEndpoint
class DynamoDbEndpointIT extends TableContract {

  private static AwsEndpoint place;
  private static DynamoDbClient client;

  @BeforeAll
  static void connect(AwsEndpoint endpoint) {
    place = endpoint;
    client = LocalDynamoDb.client(endpoint.uri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  /** Moto answers such a condition with HTTP 500: Python compares no text with numbers. */
  @Override
  protected boolean comparesTextWithNumbers() {
    return !MotoApi.answersAt(place);
  }

  @Override
  protected Tables open(List<TableDefinition> definitions) {
    return DynamoDbTables.of(client, UUID.randomUUID() + "-", clock).createMissing(definitions);
  }
}
