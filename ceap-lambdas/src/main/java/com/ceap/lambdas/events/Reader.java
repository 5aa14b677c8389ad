package com.ceap.lambdas.events;

import java.util.Optional;

/**
 * What opened a message or followed its link.
 *
 * @param userAgent as it calls itself; empty where the provider does not say
 * @param link the address that was followed
 */
public record Reader(Optional<String> userAgent, Optional<String> link) {
  /** Links may hold what is personal. */
  @Override
  public String toString() {
    return "Reader" + userAgent;
  }
}
