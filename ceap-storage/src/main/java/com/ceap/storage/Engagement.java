package com.ceap.storage;

import com.ceap.model.CandidateKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a customer did with a candidate that an app showed.
 *
 * @param eventKey names it: the same key stands for the same event
 * @param channel where it was shown, by the channel's id
 * @param occurredAt when the app says it happened
 * @param sale what was bought, of a conversion
 */
public record Engagement(
    CandidateKey candidate,
    String eventKey,
    Type type,
    Optional<String> channel,
    Optional<Instant> occurredAt,
    Optional<Sale> sale) {
  /** What the customer did. */
  public enum Type {
    IMPRESSION,
    CLICK,
    ADD_TO_CART,
    CONVERSION,
    DISMISSAL
  }

  /**
   * What was bought.
   *
   * @param revenue in units of {@code currency}, not negative
   * @param currency ISO 4217 code
   */
  public record Sale(String orderId, BigDecimal revenue, String currency) {
    public Sale {
      revenue = revenue.stripTrailingZeros();
    }
  }
}
