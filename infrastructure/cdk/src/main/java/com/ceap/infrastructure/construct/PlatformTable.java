package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.KeyAttribute;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.TableDefinition;
import java.util.Set;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** A DynamoDB table as its definition says, so that it cannot drift from the code that reads it. */
public final class PlatformTable extends Construct {
  public PlatformTable(Construct scope, TableDefinition definition, Environment environment) {
    super(scope, definition.name());
    Table table = table(definition, environment);
    definition.indexes().forEach(index -> table.addGlobalSecondaryIndex(props(index)));
    if (definition.hasFeed()) {
      tellStream(definition, table, new Names(environment));
    }
    if (!definition.recovery()) {
      Excused.on(
          table,
          new Excused(
              "AwsSolutions-DDB3", "What it holds can be computed again, or lives for days only."));
    }
  }

  /** The ARN of a stream has a time in it, so whoever reads the stream looks it up. */
  private void tellStream(TableDefinition definition, Table table, Names names) {
    StringParameter.Builder.create(this, "stream-arn")
        .parameterName(names.streamParameter(definition))
        .description("The stream of the table " + definition.name())
        .stringValue(table.getTableStreamArn())
        .build();
  }

  private Table table(TableDefinition definition, Environment environment) {
    boolean keep = environment.deletionProtection();
    Table.Builder table =
        Table.Builder.create(this, "table")
            .tableName(environment.prefix() + definition.name())
            .partitionKey(attribute(KeyAttribute.text(definition.partitionKey())))
            .timeToLiveAttribute(definition.ttlAttribute())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .encryption(TableEncryption.AWS_MANAGED)
            .pointInTimeRecoverySpecification(recovery(definition))
            .deletionProtection(keep)
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    if (definition.hasFeed()) {
      table.stream(StreamViewType.NEW_IMAGE);
    }
    if (definition.hasSortKey()) {
      table.sortKey(attribute(KeyAttribute.text(definition.sortKey())));
    }
    return table.build();
  }

  private static PointInTimeRecoverySpecification recovery(TableDefinition definition) {
    return PointInTimeRecoverySpecification.builder()
        .pointInTimeRecoveryEnabled(definition.recovery())
        .build();
  }

  private static GlobalSecondaryIndexProps props(IndexDefinition index) {
    GlobalSecondaryIndexProps.Builder props =
        GlobalSecondaryIndexProps.builder()
            .indexName(index.name())
            .partitionKey(attribute(index.partition()))
            .sortKey(attribute(index.sort()));
    return switch (index.projection()) {
      case Projection.All _ -> props.projectionType(ProjectionType.ALL).build();
      case Projection.Include(Set<String> names) ->
          // Sorted, since a set's order differs from one JVM to the next and a template must not.
          props
              .projectionType(ProjectionType.INCLUDE)
              .nonKeyAttributes(names.stream().sorted().toList())
              .build();
    };
  }

  private static Attribute attribute(KeyAttribute key) {
    AttributeType type =
        switch (key.type()) {
          case TEXT -> AttributeType.STRING;
          case NUMBER -> AttributeType.NUMBER;
        };
    return Attribute.builder().name(key.name()).type(type).build();
  }
}
