package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.LedgerRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reserves a message on the customer's ledger, hands it over once, and records how that ended.
 * Whoever is interrupted in between leaves the reservation behind: it is never handed over again.
 */
record MessageSending(
    LedgerRepository ledgers,
    LedgerRepository shadowLedgers,
    MessageRecords records,
    InstantSource clock,
    Duration lease) {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  /** What a ledger said. */
  private record Decided(CustomerLedger ledger, Decision decision) {}

  /** A message whose reservation stands, at its place among those that are sent together. */
  private record Reserved(int place, ReadyMessage ready, Send send) {
    MessagePlan plan() {
      return ready.plan();
    }
  }

  /** Sends a message that nothing has decided against so far. */
  DeliveryResult send(MessagePlan plan, OutgoingMessage message, ChannelAdapter adapter) {
    return sendAll(List.of(new ReadyMessage(plan, message)), adapter).getFirst();
  }

  /**
   * Sends messages that nothing has decided against so far, handed over together; answers in their
   * order. What was reserved when a call to the store failed is handed over and recorded all the
   * same, before the failure is thrown.
   */
  List<DeliveryResult> sendAll(List<ReadyMessage> messages, ChannelAdapter adapter) {
    DeliveryResult[] results = new DeliveryResult[messages.size()];
    List<Reserved> reserved = new ArrayList<>();
    FirstFailure failure = new FirstFailure();
    for (int i = 0; i < results.length && !failure.any(); i++) {
      int place = i;
      failure.run(() -> reserve(place, messages.get(place), reserved, results));
    }
    if (!reserved.isEmpty()) {
      failure.run(() -> handOver(reserved, adapter, results));
    }
    failure.rethrow();
    return List.of(results);
  }

  private void reserve(
      int place, ReadyMessage ready, List<Reserved> reserved, DeliveryResult[] results) {
    Optional<Decided> decided = reserve(ready.plan());
    if (decided.isEmpty()) {
      results[place] = new DeliveryResult.Known();
      return;
    }
    switch (decided.get().decision()) {
      case Decision.Reserve(Send send) -> reserved.add(new Reserved(place, ready, send));
      case Decision.Not not -> results[place] = settle(ready.plan(), decided.get().ledger(), not);
    }
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
            plan.customerId(),
            shadow -> change(plan, ShadowView.of(ledger, shadow), Function.identity()));
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
          waits(Waiting.RESERVED, Duration.between(clock.instant(), leaseUntil));
      case Decision.LeaseOver _ -> records.unknown(plan, "LEASE_OVER");
      case Decision.Outdated _ -> new DeliveryResult.Overtaken();
      case Decision.Suppress(SuppressReason reason) -> records.suppressed(plan, ledger, reason);
    };
  }

  /**
   * Decides on the ledger, and writes the reservation where it may go out; empty where its message
   * is recorded already. The record is looked for after the ledger was read: a verdict that was
   * recorded later has raised the ledger's version, and the reservation is refused.
   */
  private Optional<Decided> reserve(MessagePlan plan) {
    return ledgers.update(
        plan.customerId(),
        ledger ->
            records.isKnown(plan)
                ? LedgerChange.none(Optional.empty())
                : change(plan, ledger, decision -> Optional.of(new Decided(ledger, decision))));
  }

  private <R> LedgerChange<R> change(
      MessagePlan plan, CustomerLedger ledger, Function<Decision, R> result) {
    Decision decision = plan.policy(lease).decide(ledger, clock.instant());
    return decision instanceof Decision.Reserve(Send send)
        ? LedgerChange.of(result.apply(decision), new LedgerEntry.Reserved(send))
        : LedgerChange.none(result.apply(decision));
  }

  private void handOver(List<Reserved> reserved, ChannelAdapter adapter, DeliveryResult[] results) {
    FirstFailure failure = new FirstFailure();
    List<Function<Reserved, DeliveryResult>> ends = handOver(reserved, adapter, failure);
    for (int i = 0; i < reserved.size(); i++) {
      Reserved one = reserved.get(i);
      Function<Reserved, DeliveryResult> end = ends.get(i);
      failure.run(() -> results[one.place()] = end.apply(one));
    }
    failure.rethrow();
  }

  /** Hands messages over, once; answers how each ends. */
  private List<Function<Reserved, DeliveryResult>> handOver(
      List<Reserved> reserved, ChannelAdapter adapter, FirstFailure failure) {
    try {
      List<Handover> answers =
          adapter.sendAll(reserved.stream().map(one -> one.ready().message()).toList());
      return answers.stream()
          .<Function<Reserved, DeliveryResult>>map(answer -> one -> ended(one, answer))
          .toList();
    } catch (CeapException e) {
      if (isBeforeHandOver(e.code())) {
        reserved.forEach(one -> failure.run(() -> withdraw(one)));
        throw e;
      }
      return unknown(reserved, e.code());
    } catch (RuntimeException _) {
      return unknown(reserved, ErrorCode.DEFECT);
    }
  }

  private List<Function<Reserved, DeliveryResult>> unknown(List<Reserved> reserved, ErrorCode why) {
    return Collections.nCopies(reserved.size(), one -> records.unknown(one.plan(), why.name()));
  }

  private static boolean isBeforeHandOver(ErrorCode code) {
    return code == ErrorCode.SENDER_MISSING || code == ErrorCode.CHANNEL_UNAVAILABLE;
  }

  private DeliveryResult ended(Reserved one, Handover handover) {
    return switch (handover) {
      case Handover.Accepted(String providerId) -> records.sent(one.plan(), providerId);
      case Handover.Refused refused -> refused(one.plan(), refused);
      case Handover.Throttled(Duration after) -> {
        withdraw(one);
        yield waits(Waiting.THROTTLED, after);
      }
      case Handover.Unclear _ -> records.unknown(one.plan(), "UNCLEAR");
    };
  }

  private DeliveryResult refused(MessagePlan plan, Handover.Refused refused) {
    List<LedgerEntry> entries = new ArrayList<>();
    entries.add(new LedgerEntry.Released(plan.messageId()));
    if (refused.closesChannel()) {
      entries.add(
          new LedgerEntry.Closed(
              new Suppression(plan.channelType(), refused.reason(), clock.instant())));
    }
    return records.failed(plan, refused.reason(), entries);
  }

  /** The one case in which the same message may be reserved anew. */
  private void withdraw(Reserved one) {
    Send send = one.send();
    LedgerEntry withdrawn = new LedgerEntry.Withdrawn(send.messageId(), send.reservation());
    ledgers.update(one.plan().customerId(), _ -> LedgerChange.of(send, withdrawn));
  }

  private static DeliveryResult waits(Waiting why, Duration after) {
    return new DeliveryResult.Waits(
        why, after.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : after);
  }
}
