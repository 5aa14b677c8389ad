package com.ceap.lambdas.channel;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.TouchResult.Waiting;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.Customer;
import com.ceap.model.DueTouch;
import com.ceap.model.program.Marketplace;
import com.ceap.model.program.Marketplaces;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.Outcome;
import com.ceap.storage.RateLimit.Turn;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Takes one due touch as far as it can go. The order matters: what was dealt with before stands;
 * then what ends the journey; then the successor is scheduled, so that whatever becomes of this
 * touch, the next one comes; then everything that may turn this one away; last of all it is
 * reserved and sent.
 */
final class TouchDelivery {
  private static final int TRIES = 5;

  private final DeliveryPorts ports;
  private final DeliverySettings settings;
  private final InstantSource clock;
  private final DeliveryPlans plans;
  private final Contents contents;
  private final MessageRecords records;
  private final MessageSending sending;

  TouchDelivery(DeliveryPorts ports, DeliverySettings settings, InstantSource clock) {
    this.ports = ports;
    this.settings = settings;
    this.clock = clock;
    this.plans = new DeliveryPlans(ports.programs(), ports.caps());
    this.contents = new Contents(ports.stores().products(), settings.offerLife());
    this.records = new MessageRecords(ports.stores().messages(), clock, settings.messageLife());
    this.sending =
        new MessageSending(
            ports.stores().ledgers(),
            ports.stores().shadowLedgers(),
            records,
            clock,
            settings.lease());
  }

  /**
   * Delivers a touch.
   *
   * @param receives how often it was taken from its queue
   */
  TouchResult deliver(DueTouch due, int receives) {
    TouchResult result = attempt(due, receives);
    for (int attempt = 1; attempt < TRIES && isOvertaken(result); attempt++) {
      result = attempt(due, receives);
    }
    return result;
  }

  private static boolean isOvertaken(TouchResult result) {
    return result instanceof TouchResult.Overtaken;
  }

  private TouchResult attempt(DueTouch due, int receives) {
    DeliveryPlan plan = plans.of(due);
    DeliveryState state = state(plan);
    Optional<TouchResult> before = standing(plan, state);
    if (before.isPresent()) {
      return before.get();
    }
    if (state.candidate().isEmpty()) {
      return receives < settings.candidateReceives()
          ? new TouchResult.NotStored()
          : records.suppressed(plan, state.ledger(), SuppressReason.CANDIDATE_GONE);
    }
    Optional<SuppressReason> end = plan.policy(settings.lease()).end(state.ledger());
    if (end.isPresent()) {
      return records.suppressed(plan, state.ledger(), end.get());
    }
    plan.successor().ifPresent(successor -> schedule(due, successor));
    return goOn(plan, state, state.candidate().get());
  }

  /** Ends a touch that was reserved before, where it was; for touches that nobody delivers. */
  Optional<TouchResult> settle(DueTouch due) {
    DeliveryPlan plan = plans.of(due);
    return standing(plan, state(plan));
  }

  private DeliveryState state(DeliveryPlan plan) {
    return ports.stores().deliveries().find(plan.due().key(), plan.messageId());
  }

  /** What an earlier delivery of the same touch has left behind. */
  private Optional<TouchResult> standing(DeliveryPlan plan, DeliveryState state) {
    if (state.message().isPresent()) {
      return Optional.of(new TouchResult.Known());
    }
    return plan.policy(settings.lease())
        .standing(state.ledger(), clock.instant())
        .map(not -> sending.settle(plan, state.ledger(), not));
  }

  private void schedule(DueTouch due, Touch touch) {
    DueTouch next =
        new DueTouch(due.key(), touch.number(), due.eventTime(), due.programVersion(), 0);
    Instant at = due.eventTime().plus(touch.delay());
    ports.scheduler().schedule(next, touch.channel().type(), at);
  }

  private TouchResult goOn(DeliveryPlan plan, DeliveryState state, StoredCandidate candidate) {
    Instant now = clock.instant();
    Optional<SuppressReason> against = against(plan, state, now);
    if (against.isPresent()) {
      return records.suppressed(plan, state.ledger(), against.get());
    }
    if (state.pauses().hold(plan.channel(), plan.channelType())) {
      return new TouchResult.Waits(Waiting.PAUSED, settings.pausePoll());
    }
    Customer customer = state.customer().orElseThrow();
    Instant awake = awake(plan, customer, now);
    if (awake.isAfter(now)) {
      return defer(plan, state, awake);
    }
    return switch (compose(plan, candidate, customer, now)) {
      case Composition.NotComposed(String reason, String _) ->
          records.suppressed(plan, state.ledger(), reason);
      case Composition.Composed(OutgoingMessage message) -> send(plan, state, message, now);
    };
  }

  private static Optional<SuppressReason> against(
      DeliveryPlan plan, DeliveryState state, Instant now) {
    Optional<SuppressReason> switchedOff = plan.switchedOff();
    if (switchedOff.isPresent()) {
      return switchedOff;
    }
    if (plan.touch().onlyIfNotConverted()
        && state.outcome().filter(Outcome.CONVERTED::equals).isPresent()) {
      return Optional.of(SuppressReason.CONVERTED);
    }
    if (now.isAfter(plan.deadline())) {
      return Optional.of(SuppressReason.TOO_LATE);
    }
    if (state.customer().isEmpty()) {
      return Optional.of(SuppressReason.CUSTOMER_UNKNOWN);
    }
    return state.customer().get().status() == Customer.Status.ACTIVE
        ? Optional.empty()
        : Optional.of(SuppressReason.CUSTOMER_INACTIVE);
  }

  /** The first moment from now on that is in no quiet hours. */
  private static Instant awake(DeliveryPlan plan, Customer customer, Instant now) {
    ZoneId zone =
        customer
            .timeZone()
            .or(() -> Marketplaces.find(plan.due().key().marketplace()).map(Marketplace::zone))
            .orElse(ZoneOffset.UTC);
    return plan.rules().quietHours().map(quiet -> quiet.next(now, zone)).orElse(now);
  }

  private TouchResult defer(DeliveryPlan plan, DeliveryState state, Instant until) {
    if (until.isAfter(plan.deadline())) {
      return records.suppressed(plan, state.ledger(), SuppressReason.TOO_LATE);
    }
    ports.scheduler().schedule(plan.due().deferred(), plan.channelType(), until);
    return new TouchResult.Deferred();
  }

  private Composition compose(
      DeliveryPlan plan, StoredCandidate candidate, Customer customer, Instant now) {
    return ports
        .composers()
        .of(plan.program(), plan.touch().channel())
        .compose(contents.of(plan, candidate, customer, now));
  }

  private TouchResult send(
      DeliveryPlan plan, DeliveryState state, OutgoingMessage message, Instant now) {
    if (plan.shadow()) {
      return sending.shadow(plan, state.ledger());
    }
    // What the ledger turns away anyway takes nobody's turn.
    if (plan.policy(settings.lease()).decide(state.ledger(), now) instanceof Decision.Not against) {
      return sending.settle(plan, state.ledger(), against);
    }
    return switch (turn(plan)) {
      case Turn.Later(Duration after) -> new TouchResult.Waits(Waiting.RATE, after);
      case Turn.Now _ -> sending.send(plan, message, ports.adapter(plan.channelType()));
    };
  }

  private Turn turn(DeliveryPlan plan) {
    String programId = plan.due().key().programId();
    return plan.rules()
        .messagesPerSecond()
        .map(perSecond -> ports.stores().rates().acquire(programId, perSecond))
        .orElseGet(Turn.Now::new);
  }
}
