package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.Product;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.RateLimit.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One attempt at some messages of one program and channel. Not thread-safe. */
final class GroupPass {
  private final DeliveryTools tools;
  private final List<DueMessage> messages;
  private final List<DeliveryState> states;
  private final GroupContents contents;
  private final Map<String, There> byMarketplace = new HashMap<>();
  private final DeliveryResult[] results;
  private final List<Integer> readyPlaces = new ArrayList<>();
  private final List<ReadyMessage> ready = new ArrayList<>();
  private Optional<DeliveryResult> halt = Optional.empty();

  /** What holds for all messages of a marketplace. */
  private record There(ChannelTerms terms, MessageComposer composer, Duration lateness) {}

  GroupPass(
      DeliveryTools tools,
      List<DueMessage> messages,
      List<DeliveryState> states,
      Map<String, Product> products) {
    this.tools = tools;
    this.messages = messages;
    this.states = states;
    this.contents = new GroupContents(products, tools.settings().offerLife());
    this.results = new DeliveryResult[messages.size()];
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
    DueMessage due = messages.get(place);
    DeliveryState state = states.get(place);
    There there = byMarketplace.computeIfAbsent(due.marketplace(), _ -> there(due));
    GroupContents.Selection about = contents.select(due, state);
    MessagePlan plan =
        new MessagePlan(due.messageId(), about.topics(), there.terms(), 0, due.programVersion());
    return before(plan, state)
        .or(() -> about.reason().map(why -> tools.records().suppressed(plan, state.ledger(), why)))
        .or(() -> against(due, plan, state, there.lateness()))
        .or(() -> goOn(place, due, plan, about, there.composer()));
  }

  private There there(DueMessage due) {
    ChannelTerms terms = tools.plans().terms(due);
    return new There(
        terms,
        tools.ports().composers().of(terms.program(), terms.channel()),
        terms.rules().lateness());
  }

  private Optional<DeliveryResult> before(MessagePlan plan, DeliveryState state) {
    return state
        .message()
        .<DeliveryResult>map(DeliveryResult.Recorded::new)
        .or(() -> tools.sending().standing(plan, state.ledger()));
  }

  private Optional<DeliveryResult> against(
      DueMessage due, MessagePlan plan, DeliveryState state, Duration lateness) {
    Instant now = tools.clock().instant();
    Instant deadline = due.at().plus(lateness);
    Optional<SuppressReason> reason =
        plan.policy(tools.settings().lease())
            .end(state.ledger())
            .or(plan.terms()::switchedOff)
            .or(() -> DeliveryChecks.late(deadline, now))
            .or(() -> DeliveryChecks.customer(state.customer()));
    if (reason.isPresent()) {
      return Optional.of(tools.records().suppressed(plan, state.ledger(), reason.get()));
    }
    if (state.pauses().hold(plan.channel(), plan.channelType())) {
      return halt(new DeliveryResult.Waits(Waiting.PAUSED, tools.settings().pausePoll()));
    }
    Instant awake =
        DeliveryChecks.awake(plan.terms(), due.marketplace(), state.customer().orElseThrow(), now);
    if (awake.isAfter(deadline)) {
      return Optional.of(tools.records().suppressed(plan, state.ledger(), SuppressReason.TOO_LATE));
    }
    return awake.isAfter(now)
        ? Optional.of(new DeliveryResult.Waits(Waiting.QUIET_HOURS, Duration.between(now, awake)))
        : Optional.empty();
  }

  private Optional<DeliveryResult> goOn(
      int place,
      DueMessage due,
      MessagePlan plan,
      GroupContents.Selection about,
      MessageComposer composer) {
    DeliveryState state = states.get(place);
    return switch (compose(due, about, state, composer)) {
      case Composition.NotComposed(String reason, String _) ->
          Optional.of(tools.records().suppressed(plan, state.ledger(), reason));
      case Composition.Composed(OutgoingMessage composed) -> send(place, plan, composed);
    };
  }

  private Composition compose(
      DueMessage due,
      GroupContents.Selection about,
      DeliveryState state,
      MessageComposer composer) {
    try {
      return composer.compose(
          contents.of(
              due.messageId(),
              about.candidates(),
              state.customer().orElseThrow(),
              tools.clock().instant()));
    } catch (CeapException e) {
      throw e;
    } catch (RuntimeException _) {
      // A defect that one message meets must not stop all that come after it.
      return new Composition.NotComposed(ErrorCode.DEFECT.name(), "the message cannot be composed");
    }
  }

  private Optional<DeliveryResult> send(int place, MessagePlan plan, OutgoingMessage composed) {
    DeliveryState state = states.get(place);
    if (plan.terms().shadow()) {
      return Optional.of(tools.sending().shadow(plan, state.ledger()));
    }
    // What the ledger turns away anyway takes nobody's turn.
    Optional<DeliveryResult> against = tools.sending().against(plan, state.ledger());
    if (against.isPresent()) {
      return against;
    }
    if (tools.checks().turn(plan.terms()) instanceof Turn.Later(Duration after)) {
      return halt(new DeliveryResult.Waits(Waiting.RATE, after));
    }
    readyPlaces.add(place);
    ready.add(new ReadyMessage(plan, composed));
    if (ready.size() == tools.ports().adapter(plan.channelType()).together()) {
      flush();
    }
    return Optional.empty();
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
    List<DeliveryResult> ends = tools.sending().sendAll(List.copyOf(ready), adapter);
    for (int i = 0; i < ends.size(); i++) {
      results[readyPlaces.get(i)] = ends.get(i);
      if (ends.get(i) instanceof DeliveryResult.Waits(Waiting why, Duration _)
          && why == Waiting.THROTTLED) {
        halt(ends.get(i));
      }
    }
    ready.clear();
    readyPlaces.clear();
  }
}
