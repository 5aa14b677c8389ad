package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.model.program.DeliveryRules;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.LastTouch;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.SentMessage;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes orders: they end journeys, and convert the one candidate whose subject was bought, to the
 * credit of the last message that went out before. Thread-safe.
 */
record Purchases(
    Stores stores,
    PublishedPrograms programs,
    Endings endings,
    EventClock clock,
    LifecycleCounts counts) {
  /**
   * Takes an order.
   *
   * @param exits what it ends
   * @return Later while a message may be going out of which nobody has recorded the end
   * @throws com.ceap.model.error.CeapException EVENT_FROM_FUTURE
   */
  Disposition take(OrderPlaced order, CustomerExits exits) {
    clock.requireHappened(OrderPlaced.TYPE.detailType(), order.at());
    List<LedgerEntry> entries =
        Stream.concat(exits.entries().stream(), bought(order).map(LedgerEntry.Bought::new))
            .toList();
    CustomerLedger ledger =
        stores.ledgers().update(order.customerId(), l -> new LedgerChange<>(l, entries));
    if (ledger.forgot(order.at())) {
      counts.forgotten();
      return Disposition.DONE;
    }
    // To whom an order belongs is decided once, by all journeys that it ends.
    return exits.exits().isEmpty() || exits.untold().isPresent()
        ? exits.disposition()
        : convert(order, exits, ledger);
  }

  private static Stream<Purchase> bought(OrderPlaced order) {
    return Stream.concat(
            order.cartId().map(id -> new Subject("cart", id)).stream(),
            order.productIds().stream().distinct().map(id -> new Subject("product", id)))
        .map(subject -> new Purchase(subject, order.at()));
  }

  private Disposition convert(OrderPlaced order, CustomerExits exits, CustomerLedger ledger) {
    List<Message> messages =
        ledger.sends().isEmpty() ? List.of() : stores.messages().ofCustomer(order.customerId());
    Optional<Duration> unsettled =
        new UnsettledSends(ledger, messages).beforeOrder(order.at(), clock.now());
    if (unsettled.isPresent()) {
      return new Disposition.Later(unsettled.get());
    }
    List<StoredCandidate> candidates =
        stores.candidates().findConsistently(order.customerId()).candidates();
    convert(order, new CustomerJourneys(candidates, SentMessage.of(messages, ledger)), exits);
    return Disposition.DONE;
  }

  private void convert(OrderPlaced order, CustomerJourneys journeys, CustomerExits exits) {
    Collection<EndedJourney> ended = journeys.endedBy(exits);
    Optional<CandidateKey> converted =
        OrderedJourney.of(order, ended, journeys.sent())
            .flatMap(journey -> convert(order, journey, journeys.sent()));
    ended.stream()
        .filter(journey -> journey.living() && !converted.equals(Optional.of(journey.key())))
        .forEach(journey -> endings.mark(journey, order.at()));
  }

  /** Converts the candidate that the order belongs to, which may have been another one before. */
  private Optional<CandidateKey> convert(
      OrderPlaced order, EndedJourney found, List<SentMessage> sent) {
    Instant expires = Retention.until(found.expires(), order.at().plus(window(found.key())));
    Optional<CandidateKey> belongs =
        stores.outcomes().assign(order.orderId(), found.key(), order.at(), expires);
    belongs.ifPresent(key -> convert(order, key, sent, expires));
    return belongs;
  }

  private void convert(
      OrderPlaced order, CandidateKey key, List<SentMessage> sent, Instant expires) {
    Optional<Attribution> by =
        LastTouch.before(order.at(), window(key), key, sent, stores.engagements().of(key));
    Conversion conversion =
        new Conversion(order.orderId(), order.orderValue(), order.currency(), order.at(), by);
    if (stores.outcomes().record(key, conversion, expires)) {
      counts.converted(key, by.isPresent());
    }
    by.flatMap(Attribution::message).ifPresent(message -> credit(order, message));
  }

  private void credit(OrderPlaced order, ByMessage by) {
    stores
        .messages()
        .advance(
            order.customerId(),
            by.messageId(),
            MessageState.CONVERTED,
            order.at(),
            Optional.empty());
  }

  private Duration window(CandidateKey key) {
    int days =
        programs
            .newest(key.programId())
            .map(program -> program.forMarketplace(key.marketplace()).delivery())
            .orElse(DeliveryRules.DEFAULT)
            .attributionDays();
    return Duration.ofDays(days);
  }
}
