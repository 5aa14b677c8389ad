package com.ceap.local.reactive;

import com.ceap.lambdas.topology.QueueNames;
import com.ceap.local.bus.BusCounts;
import com.ceap.local.clock.ClockState;
import com.ceap.local.queue.QueueCounts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the reactive side of a data folder stands.
 *
 * @param bus since the data folder was made, as the queues and {@code dead}
 * @param queues by name, those that something was ever sent to
 * @param dead dead letters that there are now
 * @param totals since the stages were made
 * @param nextDue empty where nothing waits for its time
 */
public record ReactiveStatus(
    ClockState clock,
    Instant now,
    BusCounts bus,
    Map<String, QueueCounts> queues,
    long dead,
    StageTotals totals,
    Optional<Instant> nextDue) {

  public ReactiveStatus {
    queues = new TreeMap<>(queues);
  }

  /** Touches that were due so far. */
  public long due() {
    return queues.entrySet().stream()
        .filter(queue -> QueueNames.isTouches(queue.getKey()))
        .mapToLong(queue -> queue.getValue().sent())
        .sum();
  }

  private long waiting() {
    return queues.values().stream().mapToLong(QueueCounts::waiting).sum();
  }

  /** On one line. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s %s | events %,d (%,d for no program, %,d refused), waiting %,d | candidates %,d,"
            + " rejected %,d, duplicates %,d | due %,d, sent %,d, suppressed %,d, failed %,d |"
            + " dead %,d",
        now,
        clock.mode(),
        bus.accepted(),
        bus.unmatched(),
        bus.refused(),
        waiting(),
        totals.candidates(),
        totals.rejected(),
        totals.duplicates(),
        due(),
        totals.sent(),
        totals.suppressed(),
        totals.failed(),
        dead);
  }

  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("clock", clock.mode()).put("now", now.toString());
    nextDue.ifPresent(at -> json.put("nextDue", at.toString()));
    json.putObject("events")
        .put("accepted", bus.accepted())
        .put("unmatched", bus.unmatched())
        .put("refused", bus.refused());
    ObjectNode each = json.putObject("queues");
    queues.forEach(
        (name, counts) ->
            each.putObject(name)
                .put("sent", counts.sent())
                .put("done", counts.done())
                .put("dead", counts.dead())
                .put("waiting", counts.waiting()));
    json.put("deadLetters", dead);
    json.putObject("sinceStart")
        .put("candidates", totals.candidates())
        .put("rejected", totals.rejected())
        .put("duplicates", totals.duplicates())
        .put("sent", totals.sent())
        .put("suppressed", totals.suppressed())
        .put("failed", totals.failed());
    return json;
  }
}
