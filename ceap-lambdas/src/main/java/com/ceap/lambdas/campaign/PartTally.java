package com.ceap.lambdas.campaign;

import com.ceap.lambdas.channel.DeliveryResult;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.CampaignCounts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts how the messages of a part ended, by their records. Not thread-safe. */
final class PartTally {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
  private final Map<String, Long> suppressed = new TreeMap<>();
  private final Set<String> ended = new HashSet<>();
  private Optional<PartProgress.Waits> first = Optional.empty();
  private boolean halted;

  /** One that goes on counting from here, with nothing to wait for. */
  PartTally again() {
    PartTally again = new PartTally();
    again.states.putAll(states);
    again.suppressed.putAll(suppressed);
    again.ended.addAll(ended);
    return again;
  }

  boolean hasEnded(String messageId) {
    return ended.contains(messageId);
  }

  /**
   * Takes in how far a message has come.
   *
   * @param message its record, where it has ended
   */
  void add(DeliveryResult result, Optional<Message> message) {
    switch (result) {
      case DeliveryResult.Recorded _, DeliveryResult.Known _ ->
          message.ifPresentOrElse(this::count, () -> waits(Waiting.RESERVED, SOON));
      case DeliveryResult.Forgotten _ -> {}
      case DeliveryResult.Waits(Waiting why, Duration after) -> waits(why, after);
      case DeliveryResult.Deferred _, DeliveryResult.NotStored _, DeliveryResult.Overtaken _ ->
          waits(Waiting.RESERVED, SOON);
    }
  }

  private void count(Message message) {
    ended.add(message.messageId());
    states.merge(message.state(), 1L, Long::sum);
    if (message.state() == MessageState.SUPPRESSED) {
      suppressed.merge(message.reason().orElse("UNSAID"), 1L, Long::sum);
    }
  }

  private void waits(Waiting why, Duration after) {
    halted |=
        switch (why) {
          case PAUSED, RATE, THROTTLED -> true;
          case RESERVED, QUIET_HOURS -> false;
        };
    if (first.isEmpty() || after.compareTo(first.get().after()) < 0) {
      first = Optional.of(new PartProgress.Waits(why, after));
    }
  }

  /** Whether what holds up a message holds up all those after it. */
  boolean halted() {
    return halted;
  }

  /** What has to be waited for; empty where every message that was brought has ended. */
  Optional<PartProgress.Waits> waits() {
    return first;
  }

  CampaignCounts counts() {
    long sent = 0;
    for (Map.Entry<MessageState, Long> state : states.entrySet()) {
      sent += state.getKey().rank() >= MessageState.SENT.rank() ? state.getValue() : 0;
    }
    return new CampaignCounts(
        sent,
        states.getOrDefault(MessageState.FAILED, 0L),
        states.getOrDefault(MessageState.UNKNOWN, 0L),
        states.getOrDefault(MessageState.SHADOWED, 0L),
        suppressed);
  }
}
