package com.ceap.lambdas.export;

/** A column as Glue describes it. */
public record GlueColumn(String name, String type, String comment) {
  static GlueColumn of(ExportColumn column) {
    return new GlueColumn(column.name(), column.type().glue(), column.meaning());
  }
}
