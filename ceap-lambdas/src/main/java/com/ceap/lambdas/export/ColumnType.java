package com.ceap.lambdas.export;

/** The types of exported columns, as DuckDB writes them and as Glue names them to Athena. */
public enum ColumnType {
  TEXT("VARCHAR", "string"),
  WHOLE("INTEGER", "int"),
  NUMBER("DOUBLE", "double"),
  MONEY("DECIMAL(38,4)", "decimal(38,4)"),
  DAY("DATE", "date"),
  /** A point in time, UTC. */
  INSTANT("TIMESTAMP", "timestamp"),
  TEXTS("VARCHAR[]", "array<string>"),
  TEXT_MAP("MAP(VARCHAR, VARCHAR)", "map<string,string>"),
  /** Scores by model id. */
  SCORES(
      "MAP(VARCHAR, STRUCT(score DOUBLE, discount_percent INTEGER, confidence VARCHAR,"
          + " origin VARCHAR, scored_at TIMESTAMP))",
      "map<string,struct<score:double,discount_percent:int,confidence:string,"
          + "origin:string,scored_at:timestamp>>");

  private final String duckDb;
  private final String glue;

  ColumnType(String duckDb, String glue) {
    this.duckDb = duckDb;
    this.glue = glue;
  }

  public String duckDb() {
    return duckDb;
  }

  public String glue() {
    return glue;
  }
}
