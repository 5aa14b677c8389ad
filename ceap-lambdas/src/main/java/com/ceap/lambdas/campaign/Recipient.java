package com.ceap.lambdas.campaign;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import java.util.List;

/**
 * One message of a campaign.
 *
 * @param subjects what it is about, the best first, at least one
 */
public record Recipient(
    String messageId, String customerId, String marketplace, List<Subject> subjects) {
  public Recipient {
    subjects = List.copyOf(subjects);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("a message is about one candidate at least");
    }
  }

  List<CandidateKey> candidates(String programId) {
    return subjects.stream()
        .map(subject -> new CandidateKey(customerId, programId, marketplace, subject))
        .toList();
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Recipient[" + messageId + "]";
  }
}
