package com.ceap.local.queue;

import com.ceap.storage.table.Limits;
import com.ceap.storage.table.TransactWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Messages to be sent, in parts that a transaction takes together with what counts them. */
final class SendBatches {

  private SendBatches() {}

  /** Splits messages so that each part has room for so many further writes. */
  static List<List<Outgoing>> of(List<Outgoing> messages, int further) {
    List<List<Outgoing>> batches = new ArrayList<>();
    List<Outgoing> batch = new ArrayList<>();
    Set<String> queues = new HashSet<>();
    for (Outgoing message : messages) {
      queues.add(message.queue());
      if (batch.size() + 1 + queues.size() + further > Limits.TRANSACT_ITEMS) {
        batches.add(List.copyOf(batch));
        batch.clear();
        queues.clear();
        queues.add(message.queue());
      }
      batch.add(message);
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  /** The writes of a part. */
  static List<TransactWrite> writes(List<Outgoing> batch, Instant now) {
    List<TransactWrite> writes = new ArrayList<>();
    Map<String, Integer> sent = new TreeMap<>();
    for (Outgoing message : batch) {
      writes.add(
          QueueItem.sending(message.queue(), message.body(), now, now.plus(message.delay())));
      sent.merge(message.queue(), 1, Integer::sum);
    }
    sent.forEach(
        (queue, count) ->
            Counters.adding(QueueCounters.group(queue), Map.of(QueueCounters.SENT, count))
                .ifPresent(writes::add));
    return writes;
  }
}
