package com.ceap.local.platform;

/** What is behind the tables. */
public enum StoreKind {
  /** One SQLite file in the data folder: quick, durable, read by several processes at once. */
  EMBEDDED("embedded"),
  /**
   * Amazon's DynamoDB Local, started beside this process; slow, but it answers as DynamoDB does.
   */
  DYNAMODB_LOCAL("dynamodb-local");

  private final String id;

  StoreKind(String id) {
    this.id = id;
  }

  /** What a person types. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
