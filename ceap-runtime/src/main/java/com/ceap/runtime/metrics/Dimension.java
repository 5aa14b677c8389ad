package com.ceap.runtime.metrics;

/** By what a metric is told apart. No value of any of them says anything about a person. */
public enum Dimension {
  /** Of every metric; added by whoever writes them. */
  ENVIRONMENT("Environment"),
  PROGRAM("Program"),
  /** A stage's name: extract, etl, filter, score, select, store, reactive, lifecycle, delivery. */
  STAGE("Stage"),
  /** A filter's id. */
  FILTER("Filter"),
  /** A reason code, or why something is done without. */
  REASON("Reason"),
  /** A type of channel. */
  CHANNEL("Channel"),
  /** An error code of the platform. */
  CODE("Code"),
  /** Where a score comes from: model, cache, fallback. */
  ORIGIN("Origin"),
  /** What a function keeps: products, verdicts. */
  CACHE("Cache"),
  /** Method and template of an API's route, such as GET:/v1/customers/{customerId}. */
  ROUTE("Route"),
  /** A table of the store, or another place that is looked at weekly. */
  TABLE("Table"),
  /** The status of an HTTP answer by its first digit, such as 5xx. */
  STATUS("Status");

  private final String label;

  Dimension(String label) {
    this.label = label;
  }

  /** As CloudWatch has it. */
  public String label() {
    return label;
  }
}
