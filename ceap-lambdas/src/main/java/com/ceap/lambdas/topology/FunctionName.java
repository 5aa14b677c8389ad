package com.ceap.lambdas.topology;

/** The platform's functions; deployed, a name follows the environment's prefix. */
public enum FunctionName {
  EXTRACT("extract"),
  ETL("etl"),
  FILTER("filter"),
  SCORE("score"),
  SELECT("select"),
  STORE("store"),
  COMPLETE("complete"),
  SETTLE("settle"),
  REACTIVE("reactive"),
  LIFECYCLE("lifecycle"),
  CHANNEL("channel"),
  SWEEP("sweep"),
  FREEZE("freeze"),
  SEND_PART("send-part"),
  JOBS("jobs"),
  CHANGES("changes"),
  EXPORT("export"),
  RETRAIN("retrain"),
  SERVING("serving");

  private final String text;

  FunctionName(String text) {
    this.text = text;
  }

  /** Such as {@code send-part}. */
  public String text() {
    return text;
  }
}
