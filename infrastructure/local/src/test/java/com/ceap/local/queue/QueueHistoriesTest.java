package com.ceap.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.local.clock.MovedClock;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random histories of sending, taking, settling in time or too late, dying and replaying: every
 * message ends once, as done or dead, none is lost, and the counts say so.
 */
final class QueueHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("ceap.queue.histories", 1_000);
  private static final int STEPS = 60;
  private static final String QUEUE = "q";

  @Test
  void everyMessageEndsOnceHoweverItIsInterrupted() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      History history = new History(seed);
      for (int step = 0; step < STEPS; step++) {
        history.step();
      }
      history.end();
    }
  }

  /** One history on a store of its own. */
  private static final class History {
    private final int seed;
    private final SplittableRandom random;
    private final MovedClock clock = new MovedClock();
    private final MemoryTables tables = new MemoryTables(clock);
    private final DurableQueues queues = new DurableQueues(tables, clock, QueuePolicy.DEFAULT);
    private final DeadLetters letters = new DeadLetters(tables);
    private final List<TakenMessage> inFlight = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private int sent;

    History(int seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    void step() {
      switch (random.nextInt(7)) {
        case 0 -> send(1 + random.nextInt(5));
        case 1, 2 -> take();
        case 3, 4 -> settle();
        case 5 -> clock.advance(Duration.ofSeconds(random.nextInt(90)));
        default -> rare();
      }
      check();
    }

    private void rare() {
      if (random.nextBoolean()) {
        // The process dies; what it had in its hands is settled never, or by a thread of before.
        inFlight.removeIf(_ -> random.nextBoolean());
        queues.recover(QUEUE);
      } else {
        letters.newest(1).forEach(this::replay);
      }
    }

    private void replay(DeadLetter letter) {
      assertThat(queues.replay(letter)).as("seed " + seed).isTrue();
      sent++;
    }

    private void send(int count) {
      List<Outgoing> messages = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Duration delay = Duration.ofSeconds(Math.max(0, random.nextInt(60) - 30));
        messages.add(new Outgoing(QUEUE, "m" + sent++, delay));
      }
      queues.send(messages);
    }

    private void take() {
      for (TakenMessage taken : queues.take(QUEUE, 1 + random.nextInt(4))) {
        String id = taken.message().id();
        assertThat(ended).as("taken after its end, seed " + seed).doesNotContain(id);
        assertThat(taken.message().receives())
            .as("receives, seed " + seed)
            .isBetween(1, QueuePolicy.DEFAULT.receives());
        inFlight.add(taken);
      }
    }

    private void settle() {
      if (inFlight.isEmpty()) {
        return;
      }
      TakenMessage taken = inFlight.remove(random.nextInt(inFlight.size()));
      long before = queues.counts(QUEUE).done() + queues.counts(QUEUE).dead();
      queues.settle(List.of(new Settlement(taken, disposition())));
      if (queues.counts(QUEUE).done() + queues.counts(QUEUE).dead() > before) {
        assertThat(ended.add(taken.message().id())).as("ended twice, seed " + seed).isTrue();
      }
    }

    private Disposition disposition() {
      return switch (random.nextInt(4)) {
        case 0 -> Disposition.DONE;
        case 1 -> new Disposition.Later(Duration.ofSeconds(random.nextInt(40)));
        case 2 -> new Disposition.Retry(ErrorCode.STORE_CONFLICT, "busy");
        default -> new Disposition.Dead(ErrorCode.EVENT_INVALID, "wrong");
      };
    }

    private void check() {
      QueueCounts counts = queues.counts(QUEUE);
      assertThat(counts.sent()).as("sent, seed " + seed).isEqualTo(sent);
      assertThat(counts.waiting()).as("waiting, seed " + seed).isNotNegative();
    }

    /** Lets time pass until all are done. */
    void end() {
      queues.recover(QUEUE);
      while (queues.counts(QUEUE).waiting() > 0) {
        List<TakenMessage> taken = queues.take(QUEUE, 40);
        queues.settle(taken.stream().map(one -> new Settlement(one, Disposition.DONE)).toList());
        if (taken.isEmpty()) {
          assertThat(queues.nextVisible(QUEUE)).as("lost, seed " + seed).isPresent();
          clock.advance(Duration.ofMinutes(3));
        }
      }
      assertThat(queues.idle(QUEUE)).as("seed " + seed).isTrue();
      assertThat(queues.nextVisible(QUEUE)).as("left over, seed " + seed).isEmpty();
      long replayed = queues.counts(QUEUE).dead() - letters.count();
      assertThat(letters.newest(1_000)).as("seed " + seed).hasSize((int) letters.count());
      assertThat(replayed).as("replayed, seed " + seed).isNotNegative();
    }
  }
}
