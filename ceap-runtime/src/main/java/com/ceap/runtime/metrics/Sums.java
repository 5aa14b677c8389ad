package com.ceap.runtime.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Gathers measurements of much work until they are written: counts as their sum, times one by one.
 * Thread-safe.
 */
public final class Sums implements Measurements {
  private final Measurements to;
  private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Measurement> times = new ConcurrentLinkedQueue<>();

  private record Counted(Metric metric, List<String> values) {}

  /** Sums for somebody else. */
  public Sums(Measurements to) {
    this.to = to;
  }

  @Override
  public void put(List<Measurement> some) {
    some.forEach(this::add);
  }

  private void add(Measurement one) {
    switch (one.metric().unit()) {
      case COUNT ->
          counts
              .computeIfAbsent(new Counted(one.metric(), one.values()), _ -> new LongAdder())
              .add(Math.round(one.value()));
      case MILLISECONDS -> times.add(one);
    }
  }

  /** Hands on what was gathered since the last time. */
  public void flush() {
    List<Measurement> all = new ArrayList<>();
    counts.forEach(
        (of, sum) -> {
          long count = sum.sumThenReset();
          if (count != 0) {
            all.add(new Measurement(of.metric(), of.values(), count));
          }
        });
    for (Measurement time = times.poll(); time != null; time = times.poll()) {
      all.add(time);
    }
    if (!all.isEmpty()) {
      to.put(all);
    }
  }
}
