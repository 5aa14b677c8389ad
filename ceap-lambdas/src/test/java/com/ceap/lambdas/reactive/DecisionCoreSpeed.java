package com.ceap.lambdas.reactive;

import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.SubjectEvent;
import com.ceap.lambdas.events.SubjectEvents;
import com.ceap.model.program.Program;
import com.ceap.storage.DecisionData;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * Measures the decision core without I/O on one thread: from an event's text to the candidate with
 * its score and offer, what is looked up being at hand. Prints events a second of the thread's own
 * time.
 */
final class DecisionCoreSpeed {
  private static final Instant NOW = CartShop.ABANDONED.plusMillis(10);
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final int ROUNDS = 6;

  private final String[] bodies =
      IntStream.range(0, 64)
          .mapToObj(i -> CartShop.event("C456", "CART-" + i))
          .toArray(String[]::new);
  private final SubjectEvents events;
  private final EventDecisions decisions;
  private final DecisionData data;
  private Object latest = "";

  private DecisionCoreSpeed() {
    MovedClock clock = new MovedClock(NOW);
    CartShop shop = new CartShop(new MemoryTables(clock), clock);
    Stores stores = shop.stores();
    ReactivePlace place = shop.place(stores, stores.schedules());
    Program program = place.programs().newest().all().getFirst();
    this.events = new SubjectEvents(program);
    this.decisions = place.decisions(program, place.scorer());
    this.data = stores.decisionReader().read(decisions.wanted(read(bodies[0])));
  }

  public static void main(String[] args) {
    DecisionCoreSpeed speed = new DecisionCoreSpeed();
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.printf(
          "round %d: %,d events/s decided, %,d events/s only read%n",
          round, speed.perSecond(speed::decide), speed.perSecond(speed::read));
    }
  }

  private interface Work {
    Object on(String body);
  }

  /** By the thread's own time, so that whoever else uses the machine does not count. */
  private long perSecond(Work work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long end = start + ROUND.toNanos();
    long done = 0;
    while (threads.getCurrentThreadCpuTime() < end) {
      for (int i = 0; i < 1000; i++) {
        latest = work.on(bodies[i % bodies.length]);
      }
      done += 1000;
    }
    return done * 1_000_000_000L / (threads.getCurrentThreadCpuTime() - start);
  }

  /** What was done last; nobody can leave out work whose result can be asked for. */
  Object latest() {
    return latest;
  }

  private SubjectEvent read(String body) {
    return events.read(EventEnvelope.parse(body), NOW);
  }

  private Decision decide(String body) {
    SubjectEvent event = read(body);
    if (decisions.wanted(event).customerId().isEmpty()) {
      throw new AssertionError("every event has a customer");
    }
    return decisions.decide(event, data, NOW);
  }
}
