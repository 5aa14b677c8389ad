package com.ceap.lambdas.lifecycle;

import com.ceap.model.CandidateKey;
import com.ceap.storage.SentMessage;
import com.ceap.storage.StoredCandidate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer's journeys: those of candidates that live, and those that are only known by messages
 * that went out.
 *
 * @param sent the earliest first
 */
record CustomerJourneys(List<StoredCandidate> candidates, List<SentMessage> sent) {
  CustomerJourneys {
    candidates = List.copyOf(candidates);
    sent = List.copyOf(sent);
  }

  Collection<EndedJourney> endedBy(CustomerExits exits) {
    Map<CandidateKey, EndedJourney> ended = new LinkedHashMap<>();
    for (StoredCandidate candidate : candidates) {
      EndedJourney journey = EndedJourney.of(candidate);
      ended.put(journey.key(), journey);
    }
    sent.forEach(
        message -> ended.putIfAbsent(message.message().candidate(), EndedJourney.of(message)));
    ended.values().removeIf(journey -> !exits.cover(journey.key(), journey.since()));
    return ended.values();
  }
}
