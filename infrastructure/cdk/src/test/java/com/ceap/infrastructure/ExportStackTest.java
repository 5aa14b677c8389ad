package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.export.AnalystQueries;
import com.ceap.lambdas.export.AnalystQuery;
import com.ceap.lambdas.export.GlueColumn;
import com.ceap.lambdas.export.GlueTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

final class ExportStackTest {
  static final List<GlueTable> TABLES = GlueTable.ALL;
  static final List<AnalystQuery> QUERIES = AnalystQueries.ALL;

  private static final String TABLE = "AWS::Glue::Table";
  private static final String QUERY = "AWS::Athena::NamedQuery";

  private static Template exports;

  @BeforeAll
  static void synthesise() {
    NodeRuntime.assumeInstalled();
    exports = Synthesis.of("prod").template(ExportStack.TITLE);
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void aTableHasTheColumnsOfItsFilesAndProjectsItsPartitions(GlueTable table) {
    exports.hasResourceProperties(
        TABLE,
        Map.of(
            "DatabaseName",
            "ceap_prod_exports",
            "TableInput",
            Match.objectLike(
                Map.of(
                    "Name",
                    table.name(),
                    "PartitionKeys",
                    columns(table.partitions()),
                    "StorageDescriptor",
                    Match.objectLike(
                        Map.of(
                            "Location",
                            Match.objectLike(Map.of("Fn::Join", Match.anyValue())),
                            "Columns",
                            columns(table.columns()),
                            "SerdeInfo",
                            Map.of("SerializationLibrary", GlueTable.SERDE))),
                    "Parameters",
                    Match.objectLike(
                        Map.of(
                            "projection.enabled",
                            "true",
                            "projection.program.values",
                            "abandoned-cart-recovery,product-recommendations"))))));
  }

  private static List<Map<String, String>> columns(List<GlueColumn> columns) {
    return columns.stream()
        .map(
            column ->
                Map.of("Name", column.name(), "Type", column.type(), "Comment", column.comment()))
        .toList();
  }

  @ParameterizedTest
  @FieldSource("QUERIES")
  void aQuestionIsSavedWhereAnalystsAsk(AnalystQuery query) {
    exports.hasResource(
        QUERY,
        Map.of(
            "DependsOn",
            Match.anyValue(),
            "Properties",
            Map.of(
                "Name", query.name(),
                "Description", query.question(),
                "Database", "ceap_prod_exports",
                "QueryString", query.sql(),
                "WorkGroup", "ceap-prod-analysts")));
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void aTableLooksWhereItsExportIsWritten(GlueTable table) {
    String written = "data-accountregion/exports/%s/".formatted(table.name());

    assertThat(exports.toJSON().toString()).contains("/exports/" + table.name() + "/");
    assertThat(table.location("data-accountregion")).isEqualTo("s3://" + written);
  }

  @Test
  void aDayThatIsNotExportedIsTold() {
    Synthesis.of("prod")
        .template("Observability")
        .hasResourceProperties(
            "AWS::CloudWatch::Alarm",
            Map.of(
                "AlarmName", "ceap-prod-platform-export-missing",
                "MetricName", "DaysExported",
                "ComparisonOperator", "LessThanThreshold",
                "TreatMissingData", "breaching",
                "Period", 3_600,
                "EvaluationPeriods", 26,
                "DatapointsToAlarm", 26));
  }

  @Test
  void thereIsNothingBesides() {
    exports.resourceCountIs("AWS::Glue::Database", 1);
    exports.resourceCountIs(TABLE, TABLES.size());
    exports.resourceCountIs(QUERY, QUERIES.size());
  }

  @Test
  void answersAreEncryptedInTheDataBucket() {
    List<Map<String, Object>> groups = Resources.of(exports, "AWS::Athena::WorkGroup");

    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst().toString()).contains("ceap-prod-data-", "/athena/", "SSE_S3");
  }
}
