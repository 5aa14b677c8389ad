package com.ceap.storage.dynamodb;

import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.KeyAttribute;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Creates a table from its definition, on demand, with its TTL switched on. */
final class TableCreation {

  private final DynamoDbClient client;

  TableCreation(DynamoDbClient client) {
    this.client = client;
  }

  void createMissing(String name, TableDefinition table) {
    Errors.translating(
        name,
        () -> {
          if (created(name, table)) {
            client.waiter().waitUntilTableExists(r -> r.tableName(name));
            client.updateTimeToLive(
                r ->
                    r.tableName(name)
                        .timeToLiveSpecification(
                            t -> t.attributeName(table.ttlAttribute()).enabled(true)));
          }
          return name;
        });
  }

  private boolean created(String name, TableDefinition table) {
    try {
      client.createTable(request(name, table));
      return true;
    } catch (ResourceInUseException e) {
      return false;
    }
  }

  private static CreateTableRequest request(String name, TableDefinition table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes(table))
            .keySchema(keys(table.partitionKey(), table.sortKey()))
            .streamSpecification(stream(table));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(TableCreation::index).toList());
    }
    return request.build();
  }

  private static StreamSpecification stream(TableDefinition table) {
    StreamSpecification.Builder stream = StreamSpecification.builder();
    return table.hasFeed()
        ? stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE).build()
        : stream.streamEnabled(false).build();
  }

  private static List<AttributeDefinition> attributes(TableDefinition table) {
    Set<KeyAttribute> keys = new LinkedHashSet<>();
    keys.add(KeyAttribute.text(table.partitionKey()));
    if (table.hasSortKey()) {
      keys.add(KeyAttribute.text(table.sortKey()));
    }
    for (IndexDefinition index : table.indexes()) {
      keys.add(index.partition());
      keys.add(index.sort());
    }
    return keys.stream()
        .map(
            k ->
                AttributeDefinition.builder()
                    .attributeName(k.name())
                    .attributeType(type(k))
                    .build())
        .toList();
  }

  private static ScalarAttributeType type(KeyAttribute key) {
    return switch (key.type()) {
      case TEXT -> ScalarAttributeType.S;
      case NUMBER -> ScalarAttributeType.N;
    };
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    List<KeySchemaElement> keys = new ArrayList<>();
    keys.add(KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build());
    if (!sort.isEmpty()) {
      keys.add(KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
    }
    return keys;
  }

  private static GlobalSecondaryIndex index(IndexDefinition index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.partition().name(), index.sort().name()))
        .projection(projection(index.projection()))
        .build();
  }

  private static software.amazon.awssdk.services.dynamodb.model.Projection projection(
      Projection projection) {
    var sdk = software.amazon.awssdk.services.dynamodb.model.Projection.builder();
    return switch (projection) {
      case Projection.All _ -> sdk.projectionType(ProjectionType.ALL).build();
      case Projection.Include(Set<String> names) ->
          sdk.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(names).build();
    };
  }
}
