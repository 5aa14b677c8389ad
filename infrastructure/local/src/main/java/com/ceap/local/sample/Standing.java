package com.ceap.local.sample;

/** How a customer stands with the shop; decides what the trust filter says. */
enum Standing {
  ACTIVE,
  INACTIVE,
  SUSPENDED,
  CLOSED,
  UNVERIFIED,
  FRAUDULENT,
  /** Shops without an account: absent from the customers' table. */
  UNKNOWN;

  static Standing of(long seed, long customer) {
    double at = new Draws(seed, Draws.Stream.STANDING, customer).uniform();
    if (at < 0.95) {
      return ACTIVE;
    }
    if (at < 0.966) {
      return INACTIVE;
    }
    if (at < 0.974) {
      return SUSPENDED;
    }
    if (at < 0.982) {
      return CLOSED;
    }
    if (at < 0.99) {
      return UNVERIFIED;
    }
    return at < 0.995 ? FRAUDULENT : UNKNOWN;
  }
}
