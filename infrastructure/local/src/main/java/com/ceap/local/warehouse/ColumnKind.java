package com.ceap.local.warehouse;

/** How a column is laid out and read back: few physical types, so that reading is quick. */
enum ColumnKind {
  WHOLE("CAST(%s AS BIGINT)"),
  HUGE("CAST(%s AS HUGEINT)"),
  NUMBER("CAST(%s AS DOUBLE)"),
  FLAG("%s"),
  TEXT("CAST(%s AS VARCHAR)"),
  DAY("%s"),
  /** Microseconds since 1970. */
  INSTANT("epoch_us(%s)"),
  /** Lists, structs and maps, as JSON. */
  NESTED("CAST(to_json(%s) AS VARCHAR)");

  private final String projection;

  ColumnKind(String projection) {
    this.projection = projection;
  }

  String projection(String column) {
    return projection.formatted(column);
  }

  /** The kind of a column by the name of its DuckDB type. */
  static ColumnKind of(String type) {
    if (type.endsWith("]") || type.matches("(STRUCT|MAP|UNION)\\(.*")) {
      return NESTED;
    }
    if (type.startsWith("DECIMAL")) {
      return NUMBER;
    }
    if (type.startsWith("TIMESTAMP")) {
      return INSTANT;
    }
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> WHOLE;
      case "UBIGINT", "HUGEINT" -> HUGE;
      case "FLOAT", "DOUBLE" -> NUMBER;
      case "BOOLEAN" -> FLAG;
      case "DATE" -> DAY;
      case "JSON", "VARIANT" -> NESTED;
      default -> TEXT;
    };
  }
}
