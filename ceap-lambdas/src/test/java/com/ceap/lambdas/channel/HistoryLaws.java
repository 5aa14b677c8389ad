package com.ceap.lambdas.channel;

import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.channel.HistoryPast.Course;
import com.ceap.lambdas.channel.UnreliableProvider.Fate;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Identifiers;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import com.ceap.storage.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds of every history, said independently of the code that is to keep it: what the provider
 * sees, every version of every ledger, and how it ends.
 */
final class HistoryLaws {
  private final long seed;
  private final Stores truth;
  private final Map<String, Program> programs = new HashMap<>();
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, CustomerLedger> ledgers = new HashMap<>();
  private final Map<String, List<Fate>> fates = new HashMap<>();
  private final Set<String> optedOutOfAll = new HashSet<>();
  private boolean shadowLifted;

  private record Step(Course course, Touch touch) {}

  HistoryLaws(long seed, HistoryPast past, Stores truth) {
    this.seed = seed;
    this.truth = truth;
    past.programs().forEach(program -> programs.put(program.programId(), program));
    for (Course course : past.courses()) {
      course.touches().forEach(touch -> steps.put(id(course, touch), new Step(course, touch)));
      ledgers.put(course.key().customerId(), CustomerLedger.empty(course.key().customerId()));
    }
  }

  int handedOver() {
    return fates.values().stream().mapToInt(List::size).sum();
  }

  /** Looks at the provider's door. */
  void handedOver(OutgoingMessage message, Fate fate) {
    String id = message.messageId();
    List<Fate> before = fates.computeIfAbsent(id, _ -> new ArrayList<>());
    require(before.stream().allMatch(Fate.THROTTLED::equals), id, "was handed over twice");
    require(
        truth.ledgers().find(message.customerId()).send(id).filter(s -> !s.released()).isPresent(),
        id,
        "was handed over without a reservation");
    require(!alwaysShadowed(id), id, "was handed over in shadow mode");
    before.add(fate);
  }

  private boolean alwaysShadowed(String id) {
    return steps.get(id).touch().channel().shadow() && !shadowLifted;
  }

  void shadowMayBeLifted() {
    shadowLifted = true;
  }

  /** Looks at every ledger after whatever may have changed one. */
  void look() {
    for (Map.Entry<String, CustomerLedger> known : ledgers.entrySet()) {
      CustomerLedger before = known.getValue();
      CustomerLedger after = truth.ledgers().find(known.getKey());
      if (after.version() != before.version()) {
        require(after.version() == before.version() + 1, "", "a ledger's version jumped");
        known.setValue(after);
        changed(before, after);
      }
    }
  }

  private void changed(CustomerLedger before, CustomerLedger after) {
    if (after.optOuts().stream().anyMatch(o -> o.channel().equals(Consent.ALL))) {
      optedOutOfAll.add(after.customerId());
    }
    for (Send send : after.sends()) {
      Optional<Send> known = before.send(send.messageId());
      if (known.isEmpty()) {
        reserved(before, send);
      } else if (send.released() && !known.get().released()) {
        require(last(send.messageId()) == Fate.REFUSED, send.messageId(), "gave a unit back");
      }
    }
    for (Send send : before.sends()) {
      require(
          after.send(send.messageId()).isPresent() || last(send.messageId()) == Fate.THROTTLED,
          send.messageId(),
          "was withdrawn although the provider had not sent it back");
    }
  }

  private void reserved(CustomerLedger before, Send send) {
    Step step = steps.get(send.messageId());
    require(step != null, send.messageId(), "is no message of these journeys");
    String program = step.course().key().programId();
    require(
        before.exits().stream()
            .noneMatch(
                exit ->
                    exit.programId().equals(program)
                        && exit.subject()
                            .map(step.course().key().subject()::equals)
                            .orElse(!exit.at().isBefore(step.course().eventTime()))),
        send.messageId(),
        "was reserved after an exit");
    require(
        before.optOuts().stream()
            .noneMatch(
                out ->
                    Set.of("all", program).contains(out.programId())
                        && Set.of("all", send.channel(), send.channelType())
                            .contains(out.channel())),
        send.messageId(),
        "was reserved after an opt-out");
    require(
        before.suppressions().stream().noneMatch(s -> s.channelType().equals(send.channelType())),
        send.messageId(),
        "was reserved on a closed channel");
    require(
        message(step).filter(m -> m.state() != MessageState.UNKNOWN).isEmpty(),
        send.messageId(),
        "was reserved although it had ended");
    requireWithinCaps(before.sends(), send);
  }

  private void requireWithinCaps(List<Send> others, Send send) {
    for (SendCap cap : programs.get(send.programId()).delivery().capsOf(send.programId())) {
      boolean concerned =
          cap.channels().isEmpty()
              || cap.channels().contains(send.channel())
              || cap.channels().contains(send.channelType());
      Instant opens = send.at().minus(cap.window());
      long taken =
          others.stream()
              .filter(o -> !o.released() && o.at().isAfter(opens))
              .filter(o -> cap.programs().isEmpty() || cap.programs().contains(o.programId()))
              .filter(o -> cap.channels().isEmpty() || cap.channels().contains(o.channelType()))
              .count();
      require(!concerned || taken < cap.max(), send.messageId(), "is over the cap " + cap);
    }
  }

  /** Looks at what is left when nothing moves any more. */
  void end() {
    look();
    steps.values().stream().map(Step::course).distinct().forEach(this::end);
    for (CustomerLedger ledger : ledgers.values()) {
      for (Send send : ledger.sends()) {
        MessageState state = message(steps.get(send.messageId())).orElseThrow().state();
        require(
            send.released() == (state == MessageState.FAILED)
                && (send.released() || state.wentOut()),
            send.messageId(),
            "is on the ledger and recorded as " + state);
        if (!send.released()) {
          requireWithinCaps(earlier(ledger, send), send);
        }
      }
    }
  }

  private static List<Send> earlier(CustomerLedger ledger, Send send) {
    return ledger.sends().stream().filter(o -> o.reservation() < send.reservation()).toList();
  }

  private void end(Course course) {
    boolean mayHaveEnded = false;
    for (Touch touch : course.touches()) {
      Step step = new Step(course, touch);
      Optional<Message> message = message(step);
      require(message.isPresent() || mayHaveEnded, id(course, touch), "has no record");
      if (message.isEmpty()) {
        return;
      }
      requireTrue(message.get());
      mayHaveEnded = ends(message.get());
    }
  }

  private boolean ends(Message message) {
    return message.state() == MessageState.SUPPRESSED
        && switch (message.reason().orElse("")) {
          case "EXITED", "CANDIDATE_GONE" -> true;
          case "OPTED_OUT" -> optedOutOfAll.contains(message.candidate().customerId());
          default -> false;
        };
  }

  /** What is recorded is what the provider knows, or that nobody knows. */
  private void requireTrue(Message message) {
    Fate last = last(message.messageId());
    boolean sentBackOrNever = last == null || last == Fate.THROTTLED;
    boolean fits =
        switch (message.state()) {
          case SENT, DELIVERED -> last == Fate.TAKEN;
          case FAILED -> last == Fate.REFUSED;
          case SUPPRESSED, SHADOWED -> sentBackOrNever;
          case UNKNOWN -> true;
          case BOUNCED, OPENED, CLICKED, CONVERTED, COMPLAINED -> false;
        };
    require(fits, message.messageId(), "is recorded as " + message.state() + " but was " + last);
  }

  private Fate last(String messageId) {
    List<Fate> known = fates.getOrDefault(messageId, List.of());
    return known.isEmpty() ? null : known.getLast();
  }

  private Optional<Message> message(Step step) {
    return truth.messages().find(step.course().key().customerId(), id(step.course(), step.touch()));
  }

  static String id(Course course, Touch touch) {
    return Identifiers.touchMessage(course.key(), touch.channel().channelId(), touch.number());
  }

  private void require(boolean holds, String messageId, String what) {
    if (!holds) {
      throw new AssertionError("seed " + seed + ": message " + messageId + " " + what);
    }
  }
}
