package com.ceap.storage;

import com.ceap.model.CandidateKey;
import java.util.List;

/**
 * A message that may be sent.
 *
 * @param candidates what it is about, at least one; all of one customer and program
 * @param toDevices whether the customer's devices are asked for
 */
public record PlannedMessage(String messageId, List<CandidateKey> candidates, boolean toDevices) {
  public PlannedMessage {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("a message is about one candidate at least");
    }
  }

  public String customerId() {
    return candidates.getFirst().customerId();
  }

  public String programId() {
    return candidates.getFirst().programId();
  }
}
