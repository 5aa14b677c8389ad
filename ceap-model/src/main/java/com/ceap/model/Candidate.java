package com.ceap.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The unit of decision: may this customer be addressed about this subject by this program?
 *
 * @param channels ids of the channels it may go out on, in the program's priority
 * @param eventTime when what it rests on happened
 */
public record Candidate(
    CandidateKey key,
    Context context,
    Attributes attributes,
    List<String> channels,
    Instant eventTime) {
  public Candidate {
    channels = List.copyOf(channels);
  }

  public String customerId() {
    return key.customerId();
  }

  public Subject subject() {
    return key.subject();
  }

  /** The context of a type; {@code program} and {@code marketplace} are always known. */
  public Optional<String> context(String type) {
    return switch (type) {
      case "program" -> Optional.of(key.programId());
      case "marketplace" -> Optional.of(key.marketplace());
      default -> context.find(type);
    };
  }
}
