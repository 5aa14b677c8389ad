package com.ceap.storage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The order that converted a candidate.
 *
 * @param revenue what the customer paid, in units of {@code currency}; not negative
 * @param currency ISO 4217 code, where the order names one
 * @param at when it was placed
 * @param by what led to it; empty where the customer bought of their own accord
 */
public record Conversion(
    String orderId,
    BigDecimal revenue,
    Optional<String> currency,
    Instant at,
    Optional<Attribution> by) {
  /** What a purchase is counted for. */
  public sealed interface Attribution {
    /** The channel's id in its program. */
    String channel();

    /** The message, where it was one. */
    default Optional<ByMessage> message() {
      return switch (this) {
        case ByMessage message -> Optional.of(message);
        case ByShowing _ -> Optional.empty();
      };
    }
  }

  /**
   * A message.
   *
   * @param touch its place in the journey, from 1; 0 for a campaign
   */
  public record ByMessage(String messageId, int touch, String channel) implements Attribution {}

  /**
   * An app that has shown the candidate.
   *
   * @param at when the customer saw it, or did something with it
   */
  public record ByShowing(String channel, Instant at) implements Attribution {}

  public Conversion {
    if (orderId.isBlank()) {
      throw new IllegalArgumentException("a conversion needs an order id");
    }
    if (revenue.signum() < 0) {
      throw new IllegalArgumentException("revenue must not be negative, was " + revenue);
    }
    revenue = plain(revenue);
  }

  /** Equal amounts are equal, and 100 stays 100, not 1E+2. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
