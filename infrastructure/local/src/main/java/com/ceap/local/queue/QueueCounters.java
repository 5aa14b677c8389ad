package com.ceap.local.queue;

import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Item;

/** The counts of one queue. */
final class QueueCounters {
  static final String SENT = "sent";
  static final String DONE = "done";
  static final String DEAD = "dead";

  private QueueCounters() {}

  static String group(String queue) {
    return CompositeKey.of("queue", queue);
  }

  static QueueCounts read(Item group) {
    return new QueueCounts(
        Counters.count(group, SENT), Counters.count(group, DONE), Counters.count(group, DEAD));
  }
}
