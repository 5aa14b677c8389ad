package com.ceap.lambdas.channel;

import com.ceap.model.DueTouch;
import com.ceap.model.port.DeliveryScheduler;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scheduler in memory. */
final class ScheduledTouches implements DeliveryScheduler {
  private final Map<String, Scheduled> byName = new LinkedHashMap<>();

  record Scheduled(DueTouch touch, String channelType, Instant at) {}

  @Override
  public void schedule(DueTouch touch, String channelType, Instant at) {
    byName.putIfAbsent(touch.scheduleName(), new Scheduled(touch, channelType, at));
  }

  List<Scheduled> all() {
    return List.copyOf(byName.values());
  }

  Optional<Instant> nextDue() {
    return byName.values().stream().map(Scheduled::at).min(Comparator.naturalOrder());
  }

  /** Takes what is due. */
  List<DueTouch> due(Instant now) {
    List<DueTouch> due =
        byName.values().stream().filter(s -> !s.at().isAfter(now)).map(Scheduled::touch).toList();
    due.forEach(touch -> byName.remove(touch.scheduleName()));
    return due;
  }
}
