package com.ceap.serving;

import com.ceap.model.CandidateKey;
import java.util.Optional;

/**
 * Asks for a customer's candidates.
 *
 * @param minScore 0 to 1
 * @param limit how many at most, 1 to 1,000, counted after everything that may not be shown is left
 *     out
 * @param refresh whether all of them are checked anew, however young
 */
public record CustomerQuery(
    String customerId,
    Optional<String> programId,
    Optional<String> channel,
    Optional<String> marketplace,
    double minScore,
    int limit,
    boolean refresh) {
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

  /** A query that has only what is stale checked anew. */
  public CustomerQuery(
      String customerId,
      Optional<String> programId,
      Optional<String> channel,
      Optional<String> marketplace,
      double minScore,
      int limit) {
    this(customerId, programId, channel, marketplace, minScore, limit, false);
  }

  /** Whether the query asks for candidates like this one. */
  boolean matches(Prospect prospect) {
    CandidateKey key = prospect.key();
    return Treatment.score(prospect.stored().decision()) >= minScore
        && isOfProgram(prospect)
        && marketplace.map(key.marketplace()::equals).orElse(true);
  }

  /** Whether the query asks for candidates of this one's program. */
  boolean isOfProgram(Prospect prospect) {
    return programId.map(prospect.key().programId()::equals).orElse(true);
  }

  /** Whether the query asks for what is open on a channel. */
  boolean asksFor(String openChannel) {
    return channel.map(openChannel::equals).orElse(true);
  }

  /** The same query in one marketplace. */
  CustomerQuery in(String home) {
    return new CustomerQuery(
        customerId, programId, channel, Optional.of(home), minScore, limit, refresh);
  }
}
