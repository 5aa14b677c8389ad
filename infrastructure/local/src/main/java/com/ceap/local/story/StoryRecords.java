package com.ceap.local.story;

import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.storage.Conversion;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.Outcome;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the store has of one cart of the story.
 *
 * @param messages of all touches so far
 */
record StoryRecords(
    StoryCart cart,
    Optional<StoredCandidate> candidate,
    Optional<RejectedEvent> rejected,
    Optional<Outcome> outcome,
    Optional<Conversion> conversion,
    List<Message> messages) {

  static StoryRecords read(StoryCart cart, String programId, Stores stores) {
    CustomerCandidates all = stores.candidates().findConsistently(cart.customerId());
    return new StoryRecords(
        cart,
        all.candidates().stream()
            .filter(stored -> isOf(cart, programId, stored.decision().key()))
            .findFirst(),
        stores.decisions().rejected(cart.customerId()).stream()
            .filter(event -> isOf(cart, programId, event.key()))
            .findFirst(),
        find(all.outcomes(), cart, programId),
        find(all.conversions(), cart, programId),
        stores.messages().ofCustomer(cart.customerId()).stream()
            .filter(message -> isOf(cart, programId, message.candidate()))
            .toList());
  }

  private static <T> Optional<T> find(Map<CandidateKey, T> all, StoryCart cart, String programId) {
    return all.entrySet().stream()
        .filter(entry -> isOf(cart, programId, entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isOf(StoryCart cart, String programId, CandidateKey key) {
    return key.programId().equals(programId) && key.subject().id().equals(cart.cartId());
  }

  /** The percent that its messages offer. */
  OptionalInt offer() {
    return candidate.map(stored -> stored.decision().discountPercent()).orElse(OptionalInt.empty());
  }

  Optional<Message> message(int touch) {
    return messages.stream().filter(message -> message.touch() == touch).findFirst();
  }
}
