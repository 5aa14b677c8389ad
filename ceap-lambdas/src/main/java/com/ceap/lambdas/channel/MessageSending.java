package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.TouchResult.Waiting;
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

  /** Sends a message that nothing has decided against so far. */
  TouchResult send(DeliveryPlan plan, OutgoingMessage message, ChannelAdapter adapter) {
    Optional<Decided> decided = reserve(plan);
    if (decided.isEmpty()) {
      return new TouchResult.Known();
    }
    return switch (decided.get().decision()) {
      case Decision.Reserve(Send reserved) -> handOver(plan, message, adapter, reserved);
      case Decision.Not not -> settle(plan, decided.get().ledger(), not);
    };
  }

  /** Does all of it but the sending, on the shadow ledger. */
  TouchResult shadow(DeliveryPlan plan, CustomerLedger ledger) {
    Decision decision =
        shadowLedgers.update(
            plan.customerId(),
            shadow -> change(plan, ShadowView.of(ledger, shadow), Function.identity()));
    return switch (decision) {
      // Whoever reserved it before handed nothing over either.
      case Decision.Reserve _, Decision.AlreadyReserved _, Decision.LeaseOver _ ->
          records.shadowed(plan, ledger);
      case Decision.Suppress(SuppressReason reason) -> records.suppressed(plan, ledger, reason);
    };
  }

  /** Ends a touch whose message may not go out from here. */
  TouchResult settle(DeliveryPlan plan, CustomerLedger ledger, Decision.Not decision) {
    return switch (decision) {
      case Decision.AlreadyReserved(Instant leaseUntil) ->
          waits(Waiting.RESERVED, Duration.between(clock.instant(), leaseUntil));
      case Decision.LeaseOver _ -> records.unknown(plan, "LEASE_OVER");
      case Decision.Suppress(SuppressReason reason) -> records.suppressed(plan, ledger, reason);
    };
  }

  /**
   * Decides on the ledger, and writes the reservation where it may go out; empty where its message
   * is recorded already. The record is looked for after the ledger was read: a verdict that was
   * recorded later has raised the ledger's version, and the reservation is refused.
   */
  private Optional<Decided> reserve(DeliveryPlan plan) {
    return ledgers.update(
        plan.customerId(),
        ledger ->
            records.isKnown(plan)
                ? LedgerChange.none(Optional.empty())
                : change(plan, ledger, decision -> Optional.of(new Decided(ledger, decision))));
  }

  private <R> LedgerChange<R> change(
      DeliveryPlan plan, CustomerLedger ledger, Function<Decision, R> result) {
    Decision decision = plan.policy(lease).decide(ledger, clock.instant());
    return decision instanceof Decision.Reserve(Send send)
        ? LedgerChange.of(result.apply(decision), new LedgerEntry.Reserved(send))
        : LedgerChange.none(result.apply(decision));
  }

  private TouchResult handOver(
      DeliveryPlan plan, OutgoingMessage message, ChannelAdapter adapter, Send reserved) {
    Handover handover;
    try {
      handover = adapter.send(message);
    } catch (CeapException e) {
      if (isBeforeHandOver(e.code())) {
        withdraw(plan, reserved);
        throw e;
      }
      return records.unknown(plan, e.code().name());
    } catch (RuntimeException _) {
      return records.unknown(plan, ErrorCode.DEFECT.name());
    }
    return ended(plan, reserved, handover);
  }

  private static boolean isBeforeHandOver(ErrorCode code) {
    return code == ErrorCode.SENDER_MISSING || code == ErrorCode.CHANNEL_UNAVAILABLE;
  }

  private TouchResult ended(DeliveryPlan plan, Send reserved, Handover handover) {
    return switch (handover) {
      case Handover.Accepted(String providerId) -> records.sent(plan, providerId);
      case Handover.Refused refused -> refused(plan, refused);
      case Handover.Throttled(Duration after) -> {
        withdraw(plan, reserved);
        yield waits(Waiting.THROTTLED, after);
      }
      case Handover.Unclear _ -> records.unknown(plan, "UNCLEAR");
    };
  }

  private TouchResult refused(DeliveryPlan plan, Handover.Refused refused) {
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
  private void withdraw(DeliveryPlan plan, Send reserved) {
    LedgerEntry withdrawn = new LedgerEntry.Withdrawn(reserved.messageId(), reserved.reservation());
    ledgers.update(plan.customerId(), _ -> LedgerChange.of(reserved, withdrawn));
  }

  private static TouchResult waits(Waiting why, Duration after) {
    return new TouchResult.Waits(why, after.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : after);
  }
}
