package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.storage.CeapTables;
import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.KeyAttribute;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.TableDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

final class StorageStackTest {
  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String BUCKET = "AWS::S3::Bucket";
  static final List<TableDefinition> TABLES = CeapTables.ALL;

  private static Template dev;
  private static Template prod;

  @BeforeAll
  static void synthesise() {
    NodeRuntime.assumeInstalled();
    dev = template("dev");
    prod = template("prod");
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void aTableIsWhatItsDefinitionSays(TableDefinition definition) {
    prod.hasResourceProperties(
        TABLE,
        Map.of(
            "TableName", "ceap-prod-" + definition.name(),
            "KeySchema", keys(definition.partitionKey(), definition.sortKey()),
            "AttributeDefinitions", Match.arrayWith(List.of(attributes(definition).toArray())),
            "BillingMode", "PAY_PER_REQUEST",
            "TimeToLiveSpecification",
                Map.of("AttributeName", definition.ttlAttribute(), "Enabled", true),
            "PointInTimeRecoverySpecification",
                Map.of("PointInTimeRecoveryEnabled", definition.recovery()),
            "SSESpecification", Map.of("SSEEnabled", true),
            "GlobalSecondaryIndexes", indexes(definition)));
  }

  @Test
  void thereAreNoTablesBesideTheDefinitions() {
    prod.resourceCountIs(TABLE, TABLES.size());
  }

  @Test
  void outsideOfDevTablesAndObjectsOutliveTheirStack() {
    prod.allResourcesProperties(TABLE, Map.of("DeletionProtectionEnabled", true));
    prod.allResources(TABLE, Map.of("DeletionPolicy", "Retain"));
    prod.allResources(BUCKET, Map.of("DeletionPolicy", "Retain"));
  }

  @Test
  void inDevEverythingGoesWithItsStack() {
    dev.allResourcesProperties(TABLE, Map.of("DeletionProtectionEnabled", false));
    dev.allResources(TABLE, Map.of("DeletionPolicy", "Delete"));
    dev.allResources(BUCKET, Map.of("DeletionPolicy", "Delete"));
  }

  @Test
  void theBucketIsEncryptedAndClosedToThePublic() {
    prod.hasResourceProperties(
        BUCKET,
        Map.of(
            "PublicAccessBlockConfiguration",
                Map.of(
                    "BlockPublicAcls", true,
                    "BlockPublicPolicy", true,
                    "IgnorePublicAcls", true,
                    "RestrictPublicBuckets", true),
            "BucketEncryption",
                Map.of(
                    "ServerSideEncryptionConfiguration",
                    List.of(
                        Map.of(
                            "ServerSideEncryptionByDefault", Map.of("SSEAlgorithm", "AES256"))))));
  }

  @Test
  void theBucketRefusesPlainHttp() {
    Map<String, Object> denial =
        Map.of(
            "Effect", "Deny",
            "Action", "s3:*",
            "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false")));

    prod.hasResourceProperties(
        "AWS::S3::BucketPolicy",
        Map.of(
            "PolicyDocument",
            Match.objectLike(
                Map.of("Statement", Match.arrayWith(List.of(Match.objectLike(denial)))))));
  }

  @Test
  void onlyWhatCanBeMadeAgainOrHasBeenUsedExpires() {
    prod.hasResourceProperties(
        BUCKET,
        Map.of(
            "LifecycleConfiguration",
            Map.of(
                "Rules",
                List.of(
                    Match.objectLike(Map.of("Prefix", "runs/", "ExpirationInDays", 90)),
                    Match.objectLike(Map.of("Prefix", "athena/", "ExpirationInDays", 90)),
                    Match.objectLike(Map.of("Prefix", "changes/", "ExpirationInDays", 16)),
                    Match.objectLike(Map.of("Prefix", "training/", "ExpirationInDays", 90)),
                    Match.objectLike(Map.of("ExpirationInDays", Match.absent()))))));
  }

  @Test
  void twoSynthesesAreIdentical() {
    assertThat(template("prod").toJSON()).isEqualTo(prod.toJSON());
  }

  private static Template template(String environment) {
    return Template.fromStack(
        new StorageStack(new App(), EnvironmentFile.read(Path.of("environments"), environment)));
  }

  private static Object indexes(TableDefinition definition) {
    if (definition.indexes().isEmpty()) {
      return Match.absent();
    }
    return definition.indexes().stream().map(StorageStackTest::index).toList();
  }

  private static Map<String, Object> index(IndexDefinition index) {
    return Map.of(
        "IndexName", index.name(),
        "KeySchema", keys(index.partition().name(), index.sort().name()),
        "Projection", projection(index.projection()));
  }

  private static Map<String, Object> projection(Projection projection) {
    return switch (projection) {
      case Projection.All _ -> Map.of("ProjectionType", "ALL");
      case Projection.Include(Set<String> names) ->
          Map.of(
              "ProjectionType", "INCLUDE", "NonKeyAttributes", List.copyOf(new TreeSet<>(names)));
    };
  }

  private static List<Map<String, String>> keys(String partition, String sort) {
    Map<String, String> hash = Map.of("AttributeName", partition, "KeyType", "HASH");
    return sort.isEmpty()
        ? List.of(hash)
        : List.of(hash, Map.of("AttributeName", sort, "KeyType", "RANGE"));
  }

  private static List<Map<String, String>> attributes(TableDefinition definition) {
    List<Map<String, String>> attributes = new ArrayList<>();
    attributes.add(attribute(KeyAttribute.text(definition.partitionKey())));
    if (definition.hasSortKey()) {
      attributes.add(attribute(KeyAttribute.text(definition.sortKey())));
    }
    for (IndexDefinition index : definition.indexes()) {
      attributes.add(attribute(index.partition()));
      attributes.add(attribute(index.sort()));
    }
    return attributes;
  }

  private static Map<String, String> attribute(KeyAttribute key) {
    String type =
        switch (key.type()) {
          case TEXT -> "S";
          case NUMBER -> "N";
        };
    return Map.of("AttributeName", key.name(), "AttributeType", type);
  }
}
