package com.ceap.lambdas.channel;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.Customer;
import com.ceap.model.DueTouch;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.Outcome;
import com.ceap.storage.RateLimit.Turn;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
  private final DeliveryChecks checks;
  private final Contents contents;
  private final MessageRecords records;
  private final MessageSending sending;

  TouchDelivery(DeliveryPorts ports, DeliverySettings settings, InstantSource clock) {
    DeliveryTools tools = DeliveryTools.of(ports, settings, clock);
    this.ports = ports;
    this.settings = settings;
    this.clock = clock;
    this.plans = tools.plans();
    this.checks = tools.checks();
    this.contents = new Contents(ports.stores().products(), settings.offerLife());
    this.records = tools.records();
    this.sending = tools.sending();
  }

  /**
   * Delivers a touch.
   *
   * @param receives how often it was taken from its queue
   */
  DeliveryResult deliver(DueTouch due, int receives) {
    DeliveryResult result = attempt(due, receives);
    for (int attempt = 1; attempt < TRIES && isOvertaken(result); attempt++) {
      result = attempt(due, receives);
    }
    return result;
  }

  private static boolean isOvertaken(DeliveryResult result) {
    return result instanceof DeliveryResult.Overtaken;
  }

  private DeliveryResult attempt(DueTouch due, int receives) {
    DeliveryPlan plan = plans.of(due);
    MessagePlan message = plan.message();
    DeliveryState state = state(message);
    Optional<DeliveryResult> before = standing(message, state);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<StoredCandidate> candidate = state.candidate(due.key());
    if (candidate.isEmpty()) {
      return receives < settings.candidateReceives()
          ? new DeliveryResult.NotStored()
          : records.suppressed(message, state.ledger(), SuppressReason.CANDIDATE_GONE);
    }
    Optional<SuppressReason> end = message.policy(settings.lease()).end(state.ledger());
    if (end.isPresent()) {
      return records.suppressed(message, state.ledger(), end.get());
    }
    plan.successor().ifPresent(successor -> schedule(due, successor));
    return goOn(plan, message, state, candidate.get());
  }

  /** Ends a touch that was reserved before, where it was; for touches that nobody delivers. */
  Optional<DeliveryResult> settle(DueTouch due) {
    MessagePlan message = plans.of(due).message();
    return standing(message, state(message));
  }

  private DeliveryState state(MessagePlan message) {
    return ports.stores().deliveries().find(message.key(), message.messageId());
  }

  /** What an earlier delivery of the same touch has left behind. */
  private Optional<DeliveryResult> standing(MessagePlan message, DeliveryState state) {
    return state.message().isPresent()
        ? Optional.of(new DeliveryResult.Known())
        : sending.standing(message, state.ledger());
  }

  private void schedule(DueTouch due, Touch touch) {
    DueTouch next =
        new DueTouch(due.key(), touch.number(), due.eventTime(), due.programVersion(), 0);
    Instant at = due.eventTime().plus(touch.delay());
    ports.scheduler().schedule(next, touch.channel().type(), at);
  }

  private DeliveryResult goOn(
      DeliveryPlan plan, MessagePlan message, DeliveryState state, StoredCandidate candidate) {
    Instant now = clock.instant();
    Optional<SuppressReason> against = against(plan, state, now);
    if (against.isPresent()) {
      return records.suppressed(message, state.ledger(), against.get());
    }
    if (state.pauses().hold(message.channel(), message.channelType())) {
      return new DeliveryResult.Waits(Waiting.PAUSED, settings.pausePoll());
    }
    Customer customer = state.customer().orElseThrow();
    String marketplace = message.key().marketplace();
    Instant due = later(now, plan.time(state.customer()));
    Instant awake = DeliveryChecks.awake(plan.terms(), marketplace, customer, due);
    if (awake.isAfter(now)) {
      return defer(plan, message, state, awake);
    }
    return switch (compose(message, candidate, customer, now)) {
      case Composition.NotComposed(String reason, String _) ->
          records.suppressed(message, state.ledger(), reason);
      case Composition.Composed(OutgoingMessage composed) -> send(message, state, composed);
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<SuppressReason> against(
      DeliveryPlan plan, DeliveryState state, Instant now) {
    boolean converted =
        plan.touch().onlyIfNotConverted()
            && state.outcome(plan.due().key()).filter(Outcome.CONVERTED::equals).isPresent();
    return plan.terms()
        .switchedOff()
        .or(() -> converted ? Optional.of(SuppressReason.CONVERTED) : Optional.empty())
        .or(() -> DeliveryChecks.late(plan.deadline(state.customer()), now))
        .or(() -> DeliveryChecks.customer(state.customer()));
  }

  private DeliveryResult defer(
      DeliveryPlan plan, MessagePlan message, DeliveryState state, Instant until) {
    if (until.isAfter(plan.deadline(state.customer()))) {
      return records.suppressed(message, state.ledger(), SuppressReason.TOO_LATE);
    }
    ports.scheduler().schedule(plan.due().deferred(), message.channelType(), until);
    return new DeliveryResult.Deferred();
  }

  private Composition compose(
      MessagePlan message, StoredCandidate candidate, Customer customer, Instant now) {
    return ports
        .composers()
        .of(message.terms().program(), message.terms().channel())
        .compose(contents.of(message.messageId(), List.of(candidate), customer, now));
  }

  private DeliveryResult send(MessagePlan message, DeliveryState state, OutgoingMessage composed) {
    if (message.terms().shadow()) {
      return sending.shadow(message, state.ledger());
    }
    // What the ledger turns away anyway takes nobody's turn.
    Optional<DeliveryResult> against = sending.against(message, state.ledger());
    if (against.isPresent()) {
      return against.get();
    }
    return switch (checks.turn(message.terms())) {
      case Turn.Later(Duration after) -> new DeliveryResult.Waits(Waiting.RATE, after);
      case Turn.Now _ -> sending.send(message, composed, ports.adapter(message.channelType()));
    };
  }
}
