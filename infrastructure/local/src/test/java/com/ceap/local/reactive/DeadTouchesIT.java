package com.ceap.local.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.local.clock.MovedClock;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.QueuePolicy;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeadTouchesIT {
  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock();
  private final List<String> looked = new ArrayList<>();

  @Test
  void touchesThatTheSweeperSettlesLeaveTheDeadLettersAndOthersAreLookedAtAgain() {
    try (SqliteTables tables = SqliteTables.open(folder.resolve("ceap.db"), clock)) {
      DeadLetters letters = new DeadLetters(tables);
      DurableQueues queues = new DurableQueues(tables, clock, QueuePolicy.DEFAULT);
      queues.send(
          List.of(),
          DeadLetters.keeping(
              List.of(
                  letter("reserved", "touches-email"),
                  letter("leased", "touches-sms"),
                  letter("event", "events-carts"))));
      DeadTouches touches =
          new DeadTouches(
              letters,
              batch -> {
                looked.add(batch.getFirst().body());
                return List.of(
                    batch.getFirst().body().equals("reserved")
                        ? Disposition.DONE
                        : new Disposition.Later(Duration.ofMinutes(5)));
              },
              clock);

      touches.sweep();
      touches.sweep();
      assertThat(looked).containsExactlyInAnyOrder("reserved", "leased");
      clock.advance(Duration.ofMinutes(1));
      touches.sweep();

      assertThat(looked).hasSize(3).last().isEqualTo("leased");
      assertThat(letters.newest(5))
          .extracting(DeadLetter::id)
          .containsExactlyInAnyOrder("leased", "event");
    }
  }

  private static DeadLetter letter(String id, String queue) {
    return new DeadLetter(
        id, queue, ErrorCode.DEFECT, "it failed", MovedClock.START, MovedClock.START, 5, id, false);
  }
}
