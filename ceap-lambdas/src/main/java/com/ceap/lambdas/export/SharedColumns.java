package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ColumnType.TEXT;

import java.util.List;

/** The columns that all exported tables have. */
public final class SharedColumns {
  /** The candidate that a row is about; with {@code program} they tell candidates apart. */
  public static final List<ExportColumn> KEY =
      List.of(
          new ExportColumn("customer_id", TEXT, "the customer"),
          new ExportColumn("marketplace", TEXT, "the marketplace"),
          new ExportColumn("subject_type", TEXT, "what it is about: product, cart and so on"),
          new ExportColumn("subject_id", TEXT, "which one"));

  /** What the folders are named by; readers see them as columns of text. */
  public static final List<ExportColumn> PARTITIONS =
      List.of(
          new ExportColumn("program", TEXT, "the program's id"),
          new ExportColumn("dt", TEXT, "the day (UTC) on which the row was written, yyyy-MM-dd"));

  private SharedColumns() {}
}
