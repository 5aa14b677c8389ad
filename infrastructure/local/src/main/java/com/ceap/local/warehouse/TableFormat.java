package com.ceap.local.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are tables, by the end of their name. */
enum TableFormat {
  CSV,
  JSON_LINES,
  PARQUET;

  private List<String> endings() {
    return switch (this) {
      case CSV -> List.of(".csv", ".csv.gz", ".tsv", ".tsv.gz");
      case JSON_LINES -> List.of(".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz");
      case PARQUET -> List.of(".parquet");
    };
  }

  static Optional<TableFormat> of(String fileName) {
    return Arrays.stream(values()).filter(format -> format.ending(fileName).isPresent()).findAny();
  }

  /** The file's name without its ending. */
  String stem(String fileName) {
    int ending = ending(fileName).map(String::length).orElse(0);
    return fileName.substring(0, fileName.length() - ending);
  }

  private Optional<String> ending(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return endings().stream()
        .filter(ending -> name.endsWith(ending) && name.length() > ending.length())
        .findAny();
  }
}
