package com.ceap.lambdas.channel;

import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a stage does. Thread-safe. */
final class DeliveryCounts {
  private final Map<MessageState, Long> states = new ConcurrentHashMap<>();
  private final Map<String, Long> suppressed = new ConcurrentHashMap<>();
  private final Map<Waiting, Long> later = new ConcurrentHashMap<>();
  private final Map<ErrorCode, Long> failures = new ConcurrentHashMap<>();
  private final Map<ErrorCode, Long> dead = new ConcurrentHashMap<>();
  private final LongAdder deferred = new LongAdder();
  private final LongAdder known = new LongAdder();

  void count(DeliveryResult result) {
    switch (result) {
      case DeliveryResult.Recorded(Message message) -> count(message);
      case DeliveryResult.Known _, DeliveryResult.Forgotten _ -> known.increment();
      case DeliveryResult.Deferred _ -> deferred.increment();
      case DeliveryResult.Waits(Waiting why, Duration _) -> add(later, why);
      case DeliveryResult.NotStored _, DeliveryResult.Overtaken _ -> {}
    }
  }

  private void count(Message message) {
    add(states, message.state());
    if (message.state() == MessageState.SUPPRESSED) {
      message.reason().ifPresent(reason -> add(suppressed, reason));
    }
  }

  void count(Disposition disposition) {
    switch (disposition) {
      case Disposition.Done _, Disposition.Later _ -> {}
      case Disposition.Retry(ErrorCode code, String _) -> add(failures, code);
      case Disposition.Dead(ErrorCode code, String _) -> add(dead, code);
    }
  }

  Deliveries report() {
    return new Deliveries(
        of(MessageState.SENT),
        of(MessageState.FAILED),
        of(MessageState.UNKNOWN),
        of(MessageState.SHADOWED),
        suppressed,
        deferred.sum(),
        known.sum(),
        later,
        failures,
        dead);
  }

  private long of(MessageState state) {
    return states.getOrDefault(state, 0L);
  }

  private static <K> void add(Map<K, Long> counts, K key) {
    counts.merge(key, 1L, Long::sum);
  }
}
