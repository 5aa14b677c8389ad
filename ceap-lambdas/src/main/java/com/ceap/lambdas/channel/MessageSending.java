package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.LedgerEntry;
import com.ceap.model.error.CeapException;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.LedgerRepository;
import com.ceap.storage.table.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reserves messages on their customers' ledgers and has them handed over once. Whoever is
 * interrupted in between leaves the reservations behind: they are never handed over again.
 */
record MessageSending(
    LedgerRepository ledgers,
    LedgerRepository shadowLedgers,
    MessageRecords records,
    HandingOver handingOver,
    InstantSource clock,
    Duration lease) {
  /**
   * Sends messages that nothing has decided against so far: reserved, handed over and recorded
   * together; answers in their order. Each is reserved on the ledger that it was decided on, or
   * {@link DeliveryResult.Overtaken}. What was reserved when a call to the store failed is handed
   * over and recorded all the same, before the failure is thrown.
   */
  List<DeliveryResult> sendAll(List<ReadyMessage> messages, ChannelAdapter adapter) {
    DeliveryResult[] results = new DeliveryResult[messages.size()];
    FirstFailure failure = new FirstFailure();
    List<Reserved> wanted = new ArrayList<>();
    for (int i = 0; i < results.length && !failure.any(); i++) {
      int place = i;
      failure.run(() -> decide(place, messages.get(place), wanted, results));
    }
    List<Reserved> reserved = reserve(wanted, results, failure);
    if (!reserved.isEmpty()) {
      failure.run(() -> handingOver.all(reserved, adapter, results));
    }
    failure.rethrow();
    return List.of(results);
  }

  /** Composing has taken its time: what the ledger says is asked as of now. */
  private void decide(
      int place, ReadyMessage ready, List<Reserved> wanted, DeliveryResult[] results) {
    CustomerLedger ledger = ready.read().ledger();
    switch (ready.plan().policy(lease).decide(ledger, clock.instant())) {
      case Decision.Reserve(Send send) -> wanted.add(new Reserved(place, ready, send));
      case Decision.Not not -> results[place] = settle(ready.plan(), ledger, not);
    }
  }

  private List<Reserved> reserve(
      List<Reserved> wanted, DeliveryResult[] results, FirstFailure failure) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Attempt<Boolean>> attempts =
        ledgers.reserve(wanted.stream().map(Reserved::reservation).toList());
    List<Reserved> reserved = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      Reserved one = wanted.get(i);
      switch (attempts.get(i)) {
        case Attempt.Answered<Boolean>(Boolean stands) -> {
          if (stands) {
            reserved.add(one);
          } else {
            results[one.place()] = new DeliveryResult.Overtaken();
          }
        }
        case Attempt.Failed<Boolean>(CeapException why) -> failure.add(why);
      }
    }
    return reserved;
  }

  /** What an earlier attempt at the same message has left on the ledger. */
  Optional<DeliveryResult> standing(MessagePlan plan, CustomerLedger ledger) {
    return plan.policy(lease)
        .standing(ledger, clock.instant())
        .map(not -> settle(plan, ledger, not));
  }

  /** Ends a message that a ledger turns away. */
  Optional<DeliveryResult> against(MessagePlan plan, CustomerLedger ledger) {
    return plan.policy(lease).decide(ledger, clock.instant()) instanceof Decision.Not not
        ? Optional.of(settle(plan, ledger, not))
        : Optional.empty();
  }

  /** Does all of it but the sending, on the shadow ledger. */
  DeliveryResult shadow(MessagePlan plan, CustomerLedger ledger) {
    Decision decision =
        shadowLedgers.update(
            plan.customerId(), shadow -> change(plan, ShadowView.of(ledger, shadow)));
    return switch (decision) {
      // Whoever reserved it before handed nothing over either.
      case Decision.Reserve _, Decision.AlreadyReserved _, Decision.LeaseOver _ ->
          records.shadowed(plan, ledger);
      case Decision.Outdated _ -> new DeliveryResult.Overtaken();
      case Decision.Suppress(SuppressReason reason) -> records.suppressed(plan, ledger, reason);
    };
  }

  /** Ends a message that may not go out from here. */
  private DeliveryResult settle(MessagePlan plan, CustomerLedger ledger, Decision.Not decision) {
    return switch (decision) {
      case Decision.AlreadyReserved(Instant leaseUntil) ->
          HandingOver.waits(Waiting.RESERVED, Duration.between(clock.instant(), leaseUntil));
      case Decision.LeaseOver _ -> records.unknown(plan, "LEASE_OVER");
      case Decision.Outdated _ -> new DeliveryResult.Overtaken();
      case Decision.Suppress(SuppressReason reason) -> records.suppressed(plan, ledger, reason);
    };
  }

  private LedgerChange<Decision> change(MessagePlan plan, CustomerLedger ledger) {
    Decision decision = plan.policy(lease).decide(ledger, clock.instant());
    return decision instanceof Decision.Reserve(Send send)
        ? LedgerChange.of(decision, new LedgerEntry.Reserved(send))
        : LedgerChange.none(decision);
  }
}
