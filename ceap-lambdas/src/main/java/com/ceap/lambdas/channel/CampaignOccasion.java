package com.ceap.lambdas.channel;

import com.ceap.channels.spi.Composition;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.Subject;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.Outcome;
import com.ceap.storage.PlannedMessage;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A campaign's message: what has ended since it was planned is left out. */
record CampaignOccasion(DueMessage due, ChannelTerms terms) implements Occasion {
  private static final String PRODUCT = "product";

  @Override
  public PlannedMessage planned() {
    return due.planned(terms.toDevices());
  }

  @Override
  public Matter matter(DeliveryState state, Supplier<Map<String, Product>> products) {
    List<Topic> topics = new ArrayList<>();
    List<StoredCandidate> candidates = new ArrayList<>();
    List<SuppressReason> reasons = new ArrayList<>();
    for (CandidateKey key : due.candidates()) {
      Optional<StoredCandidate> stored = state.candidate(key);
      Topic topic = topic(key, stored);
      Optional<SuppressReason> gone = gone(topic, stored, state, products);
      if (gone.isPresent()) {
        reasons.add(gone.get());
      } else {
        topics.add(topic);
        candidates.add(stored.orElseThrow());
      }
    }
    if (topics.isEmpty()) {
      CandidateKey best = due.candidates().getFirst();
      return new Matter.Nothing(List.of(topic(best, state.candidate(best))), reasons.getFirst());
    }
    return new Matter.Something(topics, candidates);
  }

  private Topic topic(CandidateKey key, Optional<StoredCandidate> stored) {
    Instant since =
        stored.map(candidate -> candidate.decision().candidate().eventTime()).orElse(due.at());
    return new Topic(key, since, true);
  }

  private static Optional<SuppressReason> gone(
      Topic topic,
      Optional<StoredCandidate> stored,
      DeliveryState state,
      Supplier<Map<String, Product>> products) {
    if (stored.isEmpty()) {
      return Optional.of(SuppressReason.CANDIDATE_GONE);
    }
    return topic
        .end(state.ledger())
        .or(() -> state.outcome(topic.key()).map(CampaignOccasion::ended))
        .or(() -> soldOut(topic.key().subject(), products));
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
  private static Optional<SuppressReason> soldOut(
      Subject subject, Supplier<Map<String, Product>> products) {
    Optional<Product> product =
        subject.type().equals(PRODUCT)
            ? Optional.ofNullable(products.get().get(subject.id()))
            : Optional.empty();
    return product
        .filter(known -> !known.active() || !known.inStock())
        .map(_ -> SuppressReason.PRODUCT_GONE);
  }

  @Override
  public MessagePlan plan(List<Topic> topics) {
    return new MessagePlan(due.messageId(), topics, terms, 0, due.programVersion());
  }

  @Override
  public void begin(DeliveryScheduler scheduler) {
    // Nothing follows from it.
  }

  @Override
  public Optional<SuppressReason> against(DeliveryState state) {
    return Optional.empty();
  }

  @Override
  public Instant time(Optional<Customer> customer) {
    return due.at();
  }

  /** Its part comes back. */
  @Override
  public DeliveryResult defer(DeliveryScheduler scheduler, Instant now, Instant until) {
    return new DeliveryResult.Waits(Waiting.QUIET_HOURS, Duration.between(now, until));
  }

  /** A defect that one message meets must not stop all that come after it. */
  @Override
  public Composition uncomposed(RuntimeException defect) {
    return new Composition.NotComposed(ErrorCode.DEFECT.name(), "the message cannot be composed");
  }
}
