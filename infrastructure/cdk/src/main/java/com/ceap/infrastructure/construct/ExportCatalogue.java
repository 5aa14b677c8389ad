package com.ceap.infrastructure.construct;

import com.ceap.lambdas.export.GlueColumn;
import com.ceap.lambdas.export.GlueTable;
import java.util.Collection;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnTable;
import software.constructs.Construct;

/** The exported tables as Athena finds them. They describe objects; without them none is lost. */
public final class ExportCatalogue extends Construct {
  private final Names names;
  private final CfnDatabase database;

  /**
   * @param programIds whose partitions there are
   */
  public ExportCatalogue(Construct scope, Names names, Collection<String> programIds) {
    super(scope, "catalogue");
    this.names = names;
    this.database =
        CfnDatabase.Builder.create(this, "database")
            .catalogId(Aws.ACCOUNT_ID)
            .databaseInput(
                CfnDatabase.DatabaseInputProperty.builder()
                    .name(names.exportDatabase())
                    .description("What CEAP decided, sent and brought, by program and day")
                    .build())
            .build();
    GlueTable.ALL.forEach(table -> add(table, programIds));
  }

  private void add(GlueTable table, Collection<String> programIds) {
    CfnTable made =
        CfnTable.Builder.create(this, table.name())
            .catalogId(Aws.ACCOUNT_ID)
            .databaseName(names.exportDatabase())
            .tableInput(
                CfnTable.TableInputProperty.builder()
                    .name(table.name())
                    .tableType("EXTERNAL_TABLE")
                    .parameters(table.parameters(names.dataBucket(), programIds))
                    .partitionKeys(columns(table.partitions()))
                    .storageDescriptor(storage(table))
                    .build())
            .build();
    made.getNode().addDependency(database);
  }

  private CfnTable.StorageDescriptorProperty storage(GlueTable table) {
    return CfnTable.StorageDescriptorProperty.builder()
        .columns(columns(table.columns()))
        .location(table.location(names.dataBucket()))
        .inputFormat(GlueTable.INPUT_FORMAT)
        .outputFormat(GlueTable.OUTPUT_FORMAT)
        .serdeInfo(
            CfnTable.SerdeInfoProperty.builder().serializationLibrary(GlueTable.SERDE).build())
        .build();
  }

  private static List<CfnTable.ColumnProperty> columns(List<GlueColumn> columns) {
    return columns.stream()
        .map(
            column ->
                CfnTable.ColumnProperty.builder()
                    .name(column.name())
                    .type(column.type())
                    .comment(column.comment())
                    .build())
        .toList();
  }
}
