package com.ceap.local.bus;

import com.ceap.lambdas.topology.QueueNames;
import com.ceap.local.queue.DurableQueues;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where events come in. What it has answered for is durable: an accepted event lies in the queues
 * of all who asked for it, or is counted where nobody did; a refused one lies among the dead
 * letters. Thread-safe.
 */
public final class EventBus {
  private static final int TOGETHER = 10;

  /** Finds out where an event goes. */
  @FunctionalInterface
  private interface Router {
    Routing route(PutEntry entry, String event);
  }

  private final BusRules rules;
  private final DurableQueues queues;
  private final InstantSource clock;

  public EventBus(BusRules rules, DurableQueues queues, InstantSource clock) {
    this.rules = rules;
    this.queues = queues;
    this.clock = clock;
  }

  /** Puts any number of events; answers for each, in their order. */
  public List<EntryResult> put(List<PutEntry> entries) {
    return inParts(entries, this::matched);
  }

  /**
   * Puts events into a program's queue, past the bus and its patterns: the second door, for sources
   * that need less latency.
   */
  public List<EntryResult> direct(String programId, List<PutEntry> entries) {
    Routing target = new Routing.To(Set.of(QueueNames.events(programId)));
    return inParts(entries, (_, _) -> target);
  }

  private Routing matched(PutEntry entry, String event) {
    if (!rules.hasBus(entry.bus())) {
      return new Routing.Refused(EntryCheck.noSuchBus(entry.bus()));
    }
    // Valid JSON may still be none that Event Ruler reads, such as a thousand levels of objects.
    return rules
        .queues(entry.bus(), event)
        .<Routing>map(Routing.To::new)
        .orElseGet(() -> new Routing.Refused(EntryCheck.malformed()));
  }

  private List<EntryResult> inParts(List<PutEntry> entries, Router router) {
    List<EntryResult> results = new ArrayList<>(entries.size());
    for (int from = 0; from < entries.size(); from += TOGETHER) {
      Intake intake = new Intake(clock.instant());
      entries
          .subList(from, Math.min(entries.size(), from + TOGETHER))
          .forEach(entry -> take(entry, router, intake));
      queues.send(intake.messages(), intake.writes());
      results.addAll(intake.results());
    }
    return results;
  }

  private void take(PutEntry entry, Router router, Intake intake) {
    Optional<EntryResult.Refused> refusal = EntryCheck.refusal(entry);
    if (refusal.isPresent()) {
      intake.refuse(entry, refusal.get());
      return;
    }
    String id = UUID.randomUUID().toString();
    String event = Envelope.of(id, entry, clock.instant());
    switch (router.route(entry, event)) {
      case Routing.To(Set<String> targets) -> intake.accept(id, event, targets);
      case Routing.Refused(EntryResult.Refused why) -> intake.refuse(entry, why);
    }
  }
}
