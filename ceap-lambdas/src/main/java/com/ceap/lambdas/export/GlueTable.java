package com.ceap.lambdas.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An exported table as Glue describes it to Athena. Partitions are projected: Athena works out
 * where a day lies, nothing is crawled, and a file is seen once it is written
 * (https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html).
 */
public record GlueTable(ExportTable table) {
  public static final String INPUT_FORMAT =
      "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat";
  public static final String OUTPUT_FORMAT =
      "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat";
  public static final String SERDE = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";

  /** The first day that queries look at. */
  private static final String FIRST_DAY = "2026-01-01";

  public static final List<GlueTable> ALL =
      Arrays.stream(ExportTable.values()).map(GlueTable::new).toList();

  public String name() {
    return table.id();
  }

  public List<GlueColumn> columns() {
    return table.columns().stream().map(GlueColumn::of).toList();
  }

  public List<GlueColumn> partitions() {
    return SharedColumns.PARTITIONS.stream().map(GlueColumn::of).toList();
  }

  public String location(String bucket) {
    return "s3://" + bucket + "/" + ExportKeys.table(table);
  }

  /**
   * The table's parameters.
   *
   * @param programIds the programs that are deployed; Athena looks for no others
   */
  public Map<String, String> parameters(String bucket, Collection<String> programIds) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("EXTERNAL", "TRUE");
    parameters.put("classification", "parquet");
    parameters.put("projection.enabled", "true");
    parameters.put("projection.program.type", "enum");
    parameters.put("projection.program.values", String.join(",", new TreeSet<>(programIds)));
    parameters.put("projection.dt.type", "date");
    parameters.put("projection.dt.format", "yyyy-MM-dd");
    parameters.put("projection.dt.range", FIRST_DAY + ",NOW");
    parameters.put("projection.dt.interval", "1");
    parameters.put("projection.dt.interval.unit", "DAYS");
    parameters.put("storage.location.template", location(bucket) + "program=${program}/dt=${dt}/");
    return parameters;
  }
}
