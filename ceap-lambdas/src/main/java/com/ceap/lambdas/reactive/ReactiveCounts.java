package com.ceap.lambdas.reactive;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Rejection;
import com.ceap.model.error.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts outcomes. Thread-safe. */
final class ReactiveCounts {
  private record Reason(String filterId, String code) {}

  private final LongAdder stored = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder forgotten = new LongAdder();
  private final LongAdder disabled = new LongAdder();
  private final LongAdder waiting = new LongAdder();
  private final Map<Reason, LongAdder> rejected = new ConcurrentHashMap<>();
  private final Map<ErrorCode, LongAdder> retried = new ConcurrentHashMap<>();
  private final Map<ErrorCode, LongAdder> dead = new ConcurrentHashMap<>();

  void count(EventOutcome outcome) {
    switch (outcome) {
      case EventOutcome.Stored _ -> stored.increment();
      case EventOutcome.Duplicate _ -> duplicates.increment();
      case EventOutcome.Forgotten _ -> forgotten.increment();
      case EventOutcome.Disabled _ -> disabled.increment();
      case EventOutcome.Waiting _ -> waiting.increment();
      case EventOutcome.Rejected(Rejection r) ->
          increment(rejected, new Reason(r.filterId(), r.reasonCode()));
      case EventOutcome.Failed(Disposition disposition) -> count(disposition);
    }
  }

  private void count(Disposition failure) {
    switch (failure) {
      case Disposition.Retry(ErrorCode code, _) -> increment(retried, code);
      case Disposition.Dead(ErrorCode code, _) -> increment(dead, code);
      case Disposition.Later _ -> waiting.increment();
      case Disposition.Done _ -> {}
    }
  }

  private static <K> void increment(Map<K, LongAdder> counts, K key) {
    counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
  }

  ReactiveReport report() {
    Map<String, Map<String, Long>> reasons = new HashMap<>();
    rejected.forEach(
        (reason, count) ->
            reasons
                .computeIfAbsent(reason.filterId(), _ -> new TreeMap<>())
                .put(reason.code(), count.sum()));
    return new ReactiveReport(
        stored.sum(),
        duplicates.sum(),
        forgotten.sum(),
        disabled.sum(),
        waiting.sum(),
        reasons,
        sums(retried),
        sums(dead));
  }

  private static Map<ErrorCode, Long> sums(Map<ErrorCode, LongAdder> counts) {
    Map<ErrorCode, Long> sums = new HashMap<>();
    counts.forEach((code, count) -> sums.put(code, count.sum()));
    return sums;
  }
}
