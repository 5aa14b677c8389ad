package com.ceap.lambdas.export;

import java.time.LocalDate;

/** Where exports lie: {@code exports/{table}/program={id}/dt={day}/}. */
public final class ExportKeys {
  public static final String ROOT = "exports/";

  /** Begins with an underscore, so that Athena passes it over. */
  static final String MANIFEST = "_manifest.json";

  private ExportKeys() {}

  public static String table(ExportTable table) {
    return ROOT + table.id() + "/";
  }

  static String folder(ExportTable table, String programId, LocalDate day) {
    return table(table) + "program=" + programId + "/dt=" + day + "/";
  }

  static String manifest(ExportTable table, String programId, LocalDate day) {
    return folder(table, programId, day) + MANIFEST;
  }

  /** The same name whenever a day is exported again, so that the new file takes its place. */
  static String part(int number) {
    return "part-%05d.parquet".formatted(number);
  }
}
