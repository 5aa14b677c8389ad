package com.ceap.serving.api;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.model.MessageState;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.Program;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Engagement.Sale;
import com.ceap.storage.LastTouch;
import com.ceap.storage.SentMessage;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes orders that apps report, by the rules of orders that come as events: each converts the one
 * candidate that was named first, to the credit of what came last before it.
 *
 * @param remembered how long after its candidate an outcome is kept
 */
record Purchased(Stores stores, Function<String, Optional<Program>> programs, Duration remembered) {
  void take(Sale sale, StoredCandidate stored, Instant at) {
    CandidateKey key = stored.decision().key();
    Instant expires = stored.expires().plus(remembered);
    if (!stores.outcomes().assign(sale.orderId(), key, at, expires).equals(Optional.of(key))) {
      return;
    }
    Optional<Attribution> by = lastTouch(key, at);
    Conversion conversion =
        new Conversion(sale.orderId(), sale.revenue(), Optional.of(sale.currency()), at, by);
    if (stores.outcomes().record(key, conversion, expires)) {
      by.flatMap(Attribution::message).ifPresent(message -> credit(key, message, at));
    }
  }

  private Optional<Attribution> lastTouch(CandidateKey key, Instant at) {
    CustomerLedger ledger = stores.ledgers().find(key.customerId());
    List<SentMessage> sent =
        ledger.sends().isEmpty()
            ? List.of()
            : SentMessage.of(stores.messages().ofCustomer(key.customerId()), ledger);
    return LastTouch.before(at, window(key), key, sent, stores.engagements().of(key));
  }

  private Duration window(CandidateKey key) {
    DeliveryRules rules =
        programs
            .apply(key.programId())
            .map(program -> program.forMarketplace(key.marketplace()).delivery())
            .orElse(DeliveryRules.DEFAULT);
    return Duration.ofDays(rules.attributionDays());
  }

  private void credit(CandidateKey key, ByMessage message, Instant at) {
    var _ =
        stores
            .messages()
            .advance(
                key.customerId(),
                message.messageId(),
                MessageState.CONVERTED,
                at,
                Optional.empty());
  }
}
