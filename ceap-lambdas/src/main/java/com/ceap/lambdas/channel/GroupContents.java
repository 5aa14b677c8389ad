package com.ceap.lambdas.channel;

import com.ceap.channels.spi.MessageContent;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.Subject;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.Outcome;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What messages of several candidates are made of: what has ended since they were planned is left
 * out.
 *
 * @param products as far as the catalogue knows those of all the messages
 */
record GroupContents(Map<String, Product> products, Duration offerLife) {
  private static final String PRODUCT = "product";

  /**
   * What is left of a message.
   *
   * @param topics never empty: of a message of which nothing is left, its best candidate
   * @param reason why the best candidate is gone, where nothing is left
   */
  record Selection(
      List<Topic> topics, List<StoredCandidate> candidates, Optional<SuppressReason> reason) {}

  Selection select(DueMessage due, DeliveryState state) {
    List<Topic> topics = new ArrayList<>();
    List<StoredCandidate> candidates = new ArrayList<>();
    List<SuppressReason> reasons = new ArrayList<>();
    for (CandidateKey key : due.candidates()) {
      Optional<StoredCandidate> stored = state.candidate(key);
      Topic topic = topic(key, stored, due);
      Optional<SuppressReason> gone = gone(topic, stored, state);
      if (gone.isPresent()) {
        reasons.add(gone.get());
      } else {
        topics.add(topic);
        candidates.add(stored.orElseThrow());
      }
    }
    if (topics.isEmpty()) {
      CandidateKey best = due.candidates().getFirst();
      topics.add(topic(best, state.candidate(best), due));
      return new Selection(topics, List.of(), Optional.of(reasons.getFirst()));
    }
    return new Selection(topics, candidates, Optional.empty());
  }

  private static Topic topic(CandidateKey key, Optional<StoredCandidate> stored, DueMessage due) {
    Instant since =
        stored.map(candidate -> candidate.decision().candidate().eventTime()).orElse(due.at());
    return new Topic(key, since, true);
  }

  private Optional<SuppressReason> gone(
      Topic topic, Optional<StoredCandidate> stored, DeliveryState state) {
    if (stored.isEmpty()) {
      return Optional.of(SuppressReason.CANDIDATE_GONE);
    }
    return topic
        .end(state.ledger())
        .or(() -> state.outcome(topic.key()).map(GroupContents::ended))
        .or(() -> soldOut(topic.key().subject()));
  }

  private static SuppressReason ended(Outcome outcome) {
    return switch (outcome) {
      case EXPIRED -> SuppressReason.CANDIDATE_GONE;
      case EXITED -> SuppressReason.EXITED;
      case DISMISSED -> SuppressReason.DISMISSED;
      case CONSUMED -> SuppressReason.CONSUMED;
      case CONVERTED -> SuppressReason.CONVERTED;
    };
  }

  /** A product that the catalogue does not know may still be shown as the customer saw it. */
  private Optional<SuppressReason> soldOut(Subject subject) {
    Optional<Product> product =
        subject.type().equals(PRODUCT)
            ? Optional.ofNullable(products.get(subject.id()))
            : Optional.empty();
    return product
        .filter(known -> !known.active() || !known.inStock())
        .map(_ -> SuppressReason.PRODUCT_GONE);
  }

  MessageContent of(
      String messageId, List<StoredCandidate> candidates, Customer customer, Instant now) {
    return new Contents(this::known, offerLife).of(messageId, candidates, customer, now);
  }

  private Map<String, Product> known(Set<String> ids) {
    return ids.stream()
        .filter(products::containsKey)
        .collect(Collectors.toMap(Function.identity(), products::get));
  }
}
