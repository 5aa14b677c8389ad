package com.ceap.local.warehouse;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** How names and literals are written in DuckDB's SQL. */
final class Sql {
  private Sql() {}

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String paths(List<Path> files) {
    return files.stream()
        .map(file -> literal(file.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
