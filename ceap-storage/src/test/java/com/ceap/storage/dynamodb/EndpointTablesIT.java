package com.ceap.storage.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.storage.CeapTables;
import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.TableDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The platform's tables as they are created on AWS. */
@OnAwsEndpoint
final class EndpointTablesIT {
  private static final String PREFIX = UUID.randomUUID() + "-";

  private static DynamoDbClient client;

  @BeforeAll
  static void createTables(AwsEndpoint endpoint) {
    client = LocalDynamoDb.client(endpoint.uri());
    DynamoDbTables.of(client, PREFIX, () -> Instant.EPOCH).createMissing(CeapTables.ALL);
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void itemsExpireByTheirTtl(TableDefinition table) {
    TimeToLiveDescription ttl =
        client.describeTimeToLive(r -> r.tableName(PREFIX + table.name())).timeToLiveDescription();

    assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
    assertThat(ttl.attributeName()).isEqualTo(table.ttlAttribute());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsPaidByRequestAndHasItsIndexes(TableDefinition table) {
    TableDescription created =
        client.describeTable(r -> r.tableName(PREFIX + table.name())).table();

    assertThat(created.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(
            created.globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName))
        .containsExactlyInAnyOrderElementsOf(
            table.indexes().stream().map(IndexDefinition::name).toList());
  }

  static Collection<TableDefinition> tables() {
    return CeapTables.ALL;
  }
}
