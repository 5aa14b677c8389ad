package com.ceap.lambdas.topology;

/** A state machine; but for the last, every program has one where it has work for it. */
public enum Machine {
  /** The daily batch. */
  BATCH("batch"),
  /** Sends the campaigns of a batch that has completed. */
  CAMPAIGN("campaign"),
  /** Trains models, once for the platform. */
  RETRAIN("retrain");

  private final String text;

  Machine(String text) {
    this.text = text;
  }

  /** Such as {@code batch}. */
  public String text() {
    return text;
  }

  /** Its definition, a resource beside this class. */
  public String definition() {
    return text + ".asl.json";
  }
}
