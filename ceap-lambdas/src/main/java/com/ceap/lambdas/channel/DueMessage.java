package com.ceap.lambdas.channel;

import com.ceap.model.CandidateKey;
import com.ceap.storage.PlannedMessage;
import java.time.Instant;
import java.util.List;

/**
 * A message that is due, about one candidate or several.
 *
 * @param candidates the best first, at least one; all of one customer, program and marketplace
 * @param channel the channel's id in its program
 * @param at when it should go out
 * @param programVersion the version that its content follows
 */
public record DueMessage(
    String messageId,
    List<CandidateKey> candidates,
    String channel,
    Instant at,
    String programVersion) {
  public DueMessage {
    candidates = List.copyOf(candidates);
  }

  String programId() {
    return candidates.getFirst().programId();
  }

  String marketplace() {
    return candidates.getFirst().marketplace();
  }

  PlannedMessage planned(boolean toDevices) {
    return new PlannedMessage(messageId, candidates, toDevices);
  }
}
