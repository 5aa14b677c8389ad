package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.Customer;
import com.ceap.model.error.CeapException;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.RateLimit.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at some messages of one program and channel. The order matters: what was dealt with
 * before stands; then what ends the matter; then it begins, so that whatever becomes of this
 * message, what follows it comes; then everything that may turn this one away; last of all it is
 * reserved and sent. Not thread-safe.
 */
final class GroupPass {
  private final DeliveryTools tools;
  private final List<Occasion> due;
  private final List<DeliveryState> states;
  private final GroupProducts products;
  private final IdentityHashMap<ChannelTerms, MessageComposer> composers = new IdentityHashMap<>();
  private final DeliveryResult[] results;
  private final List<ReadyMessage> ready = new ArrayList<>();
  private Optional<DeliveryResult> halt = Optional.empty();

  /**
   * @param states of each message, in their order
   */
  GroupPass(DeliveryTools tools, List<Occasion> due, List<DeliveryState> states) {
    this.tools = tools;
    this.due = due;
    this.states = states;
    this.products = new GroupProducts(tools.contents(), states);
    this.results = new DeliveryResult[due.size()];
  }

  /** How far each message has come, in their order. */
  List<DeliveryResult> run() {
    for (int i = 0; i < results.length; i++) {
      int place = i;
      halt.or(() -> take(place)).ifPresent(result -> results[place] = result);
    }
    flush();
    return List.of(results);
  }

  /** How a message ends; empty where it is ready to go out with the next ones. */
  private Optional<DeliveryResult> take(int place) {
    Occasion occasion = due.get(place);
    DeliveryState state = states.get(place);
    Matter matter = occasion.matter(state, products);
    MessagePlan plan = occasion.plan(matter.topics());
    Optional<DeliveryResult> before = tools.standing(plan, state);
    if (before.isPresent()) {
      return before;
    }
    return switch (matter) {
      case Matter.NotStored _ -> Optional.of(new DeliveryResult.NotStored());
      case Matter.Nothing(var _, SuppressReason why) -> suppressed(plan, state, why);
      case Matter.Something something -> ended(plan, state).or(() -> goOn(place, plan, something));
    };
  }

  private Optional<DeliveryResult> suppressed(
      MessagePlan plan, DeliveryState state, SuppressReason why) {
    return Optional.of(tools.records().suppressed(plan, state.ledger(), why));
  }

  private Optional<DeliveryResult> ended(MessagePlan plan, DeliveryState state) {
    return plan.policy(tools.settings().lease())
        .end(state.ledger())
        .flatMap(why -> suppressed(plan, state, why));
  }

  private Optional<DeliveryResult> goOn(int place, MessagePlan plan, Matter.Something matter) {
    Occasion occasion = due.get(place);
    DeliveryState state = states.get(place);
    occasion.begin(tools.ports().scheduler());
    Instant now = tools.clock().instant();
    Instant deadline = occasion.deadline(state.customer());
    return against(occasion, state, deadline, now)
        .flatMap(why -> suppressed(plan, state, why))
        .or(() -> waits(plan, state))
        .or(() -> later(occasion, plan, state, deadline, now))
        .or(() -> compose(place, plan, matter, now));
  }

  private static Optional<SuppressReason> against(
      Occasion occasion, DeliveryState state, Instant deadline, Instant now) {
    return occasion
        .terms()
        .switchedOff()
        .or(() -> occasion.against(state))
        .or(() -> DeliveryChecks.late(deadline, now))
        .or(() -> DeliveryChecks.customer(state.customer()));
  }

  private Optional<DeliveryResult> waits(MessagePlan plan, DeliveryState state) {
    return state.pauses().hold(plan.channel(), plan.channelType())
        ? halt(new DeliveryResult.Waits(Waiting.PAUSED, tools.settings().pausePoll()))
        : Optional.empty();
  }

  private Optional<DeliveryResult> later(
      Occasion occasion, MessagePlan plan, DeliveryState state, Instant deadline, Instant now) {
    Instant time = occasion.time(state.customer());
    Instant awake =
        DeliveryChecks.awake(
            plan.terms(),
            plan.key().marketplace(),
            state.customer().orElseThrow(),
            time.isAfter(now) ? time : now);
    if (!awake.isAfter(now)) {
      return Optional.empty();
    }
    return awake.isAfter(deadline)
        ? suppressed(plan, state, SuppressReason.TOO_LATE)
        : Optional.of(occasion.defer(tools.ports().scheduler(), now, awake));
  }

  private Optional<DeliveryResult> compose(
      int place, MessagePlan plan, Matter.Something matter, Instant now) {
    DeliveryState state = states.get(place);
    return switch (composition(due.get(place), plan, matter, state, now)) {
      case Composition.NotComposed(String reason, String _) ->
          Optional.of(tools.records().suppressed(plan, state.ledger(), reason));
      case Composition.Composed(OutgoingMessage composed) -> send(place, plan, composed);
    };
  }

  private Composition composition(
      Occasion occasion,
      MessagePlan plan,
      Matter.Something matter,
      DeliveryState state,
      Instant now) {
    try {
      Customer customer = state.customer().orElseThrow();
      return composer(plan.terms())
          .compose(tools.contents().of(plan, matter.candidates(), customer, products.get(), now));
    } catch (CeapException e) {
      throw e;
    } catch (RuntimeException e) {
      return occasion.uncomposed(e);
    }
  }

  private MessageComposer composer(ChannelTerms terms) {
    return composers.computeIfAbsent(
        terms, _ -> tools.ports().composers().of(terms.program(), terms.channel()));
  }

  private Optional<DeliveryResult> send(int place, MessagePlan plan, OutgoingMessage composed) {
    DeliveryState state = states.get(place);
    if (plan.terms().shadow()) {
      return Optional.of(tools.sending().shadow(plan, state.ledger()));
    }
    Optional<DeliveryResult> notYet = turn(plan, state);
    if (notYet.isPresent()) {
      return notYet;
    }
    ready.add(new ReadyMessage(place, plan, composed, state.read()));
    if (ready.size() == tools.ports().adapter(plan.channelType()).together()) {
      flush();
    }
    return Optional.empty();
  }

  /** Waits for its turn, where the program has a rate. */
  private Optional<DeliveryResult> turn(MessagePlan plan, DeliveryState state) {
    Optional<Integer> rate = plan.terms().rules().messagesPerSecond();
    if (rate.isEmpty()) {
      return Optional.empty();
    }
    // What the ledger turns away anyway takes nobody's turn.
    return tools
        .sending()
        .against(plan, state.ledger())
        .or(
            () ->
                tools.checks().turn(plan.terms(), rate.get()) instanceof Turn.Later(Duration after)
                    ? halt(new DeliveryResult.Waits(Waiting.RATE, after))
                    : Optional.empty());
  }

  private Optional<DeliveryResult> halt(DeliveryResult result) {
    halt = Optional.of(result);
    return halt;
  }

  /** Hands over what is ready. */
  private void flush() {
    if (ready.isEmpty()) {
      return;
    }
    ChannelAdapter adapter = tools.ports().adapter(ready.getFirst().plan().channelType());
    List<ReadyMessage> together = List.copyOf(ready);
    ready.clear();
    List<DeliveryResult> ends = tools.sending().sendAll(together, adapter);
    for (int i = 0; i < ends.size(); i++) {
      results[together.get(i).place()] = ends.get(i);
      if (ends.get(i) instanceof DeliveryResult.Waits(Waiting why, Duration _)
          && why == Waiting.THROTTLED) {
        var _ = halt(ends.get(i));
      }
    }
  }
}
