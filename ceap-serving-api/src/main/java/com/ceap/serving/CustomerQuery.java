package com.ceap.serving;

import java.util.Optional;

/**
 * Asks for a customer's candidates.
 *
 * @param minScore 0 to 1
 * @param limit how many at most, 1 to 1,000, counted after everything that may not be shown is left
 *     out
 */
public record CustomerQuery(
    String customerId,
    Optional<String> programId,
    Optional<String> channel,
    Optional<String> marketplace,
    double minScore,
    int limit) {
  private static final int MAX_LIMIT = 1_000;

  public CustomerQuery {
    if (customerId.isBlank()) {
      throw new IllegalArgumentException("the customer id must not be blank");
    }
    if (!(minScore >= 0 && minScore <= 1)) {
      throw new IllegalArgumentException("minScore must lie in 0..1, was " + minScore);
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must lie in 1.." + MAX_LIMIT + ", was " + limit);
    }
  }
}
