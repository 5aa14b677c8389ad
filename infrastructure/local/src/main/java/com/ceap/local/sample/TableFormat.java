package com.ceap.local.sample;

/** The file format of the sample shop's tables. */
public enum TableFormat {
  PARQUET("parquet", "FORMAT parquet, COMPRESSION snappy"),
  CSV("csv", "FORMAT csv, HEADER");

  private final String extension;
  private final String copyOptions;

  TableFormat(String extension, String copyOptions) {
    this.extension = extension;
    this.copyOptions = copyOptions;
  }

  String extension() {
    return extension;
  }

  /** What DuckDB's COPY is told. */
  String copyOptions() {
    return copyOptions;
  }
}
