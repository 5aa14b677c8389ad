package com.ceap.model;

/**
 * What became of a message. Feedback moves it to a state of a higher rank only, so that it may come
 * late, twice and in any order.
 */
public enum MessageState {
  /** Turned away before it was handed over; final. */
  SUPPRESSED(0),
  /** Rendered and decided in shadow mode, never handed over; final. */
  SHADOWED(0),
  /** The provider surely did not take it; final. */
  FAILED(0),
  /** Nobody knows whether it went out; never sent again, resolved by feedback. */
  UNKNOWN(1),
  /** The provider took it. */
  SENT(2),
  /** The provider could not deliver it. */
  BOUNCED(3),
  DELIVERED(4),
  OPENED(5),
  CLICKED(6),
  CONVERTED(7),
  /** The customer reported it as unwanted. */
  COMPLAINED(8);

  private final int rank;

  MessageState(int rank) {
    this.rank = rank;
  }

  /** 0 for states that nothing replaces; else a higher one replaces a lower one. */
  public int rank() {
    return rank;
  }

  /** Whether the customer may have got it. */
  public boolean wentOut() {
    return rank > 0;
  }
}
