package com.ceap.local.bus;

import com.ceap.local.queue.Counters;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import com.ceap.local.queue.Outgoing;
import com.ceap.storage.table.TransactWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What is to be written and answered for some entries that come in together. */
final class Intake {
  private final Instant now;
  private final List<EntryResult> results = new ArrayList<>();
  private final List<Outgoing> messages = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  Intake(Instant now) {
    this.now = now;
  }

  void accept(String eventId, String event, Set<String> queues) {
    queues.forEach(queue -> messages.add(new Outgoing(queue, event)));
    count(BusCounts.ACCEPTED);
    if (queues.isEmpty()) {
      count(BusCounts.UNMATCHED);
    }
    results.add(new EntryResult.Accepted(eventId, queues.size()));
  }

  void refuse(PutEntry entry, EntryResult.Refused refused) {
    letters.add(
        new DeadLetter(
            UUID.randomUUID().toString(),
            DeadLetters.BUS,
            refused.code(),
            refused.message(),
            now,
            now,
            0,
            entry.json(),
            false));
    count(BusCounts.REFUSED);
    results.add(refused);
  }

  private void count(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  List<EntryResult> results() {
    return results;
  }

  List<Outgoing> messages() {
    return messages;
  }

  /** What is written together with the messages. */
  List<TransactWrite> writes() {
    List<TransactWrite> writes = new ArrayList<>(DeadLetters.keeping(letters));
    Counters.adding(BusCounts.GROUP, counts).ifPresent(writes::add);
    return writes;
  }
}
