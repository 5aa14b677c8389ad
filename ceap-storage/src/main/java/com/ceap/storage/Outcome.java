package com.ceap.storage;

/** What became of a candidate; a later one replaces an earlier one, never the other way round. */
public enum Outcome {
  /** Its time ran out before anything became of it. */
  EXPIRED(-1),
  /** An event ended its journey; whatever the customer does besides says more. */
  EXITED(0),
  DISMISSED(1),
  CONSUMED(2),
  CONVERTED(3);

  private final int rank;

  Outcome(int rank) {
    this.rank = rank;
  }

  /** Stored beside the name: a higher one replaces a lower one. */
  int rank() {
    return rank;
  }
}
