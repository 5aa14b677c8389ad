package com.ceap.local.reactive;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Lets a sweeper look at the dead letters of due touches, once a minute of the platform's time: one
 * whose message was reserved ends there, so that its sending is not left open. For one thread.
 */
final class DeadTouches {
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final int MOST = 1_000;

  private final DeadLetters letters;
  private final QueueStage sweeper;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  DeadTouches(DeadLetters letters, QueueStage sweeper, InstantSource clock) {
    this.letters = letters;
    this.sweeper = sweeper;
    this.clock = clock;
  }

  /** Sweeps, where that is due. */
  void sweep() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(BETWEEN);
    if (letters.count() > 0) {
      letters.newest(MOST).stream()
          .filter(letter -> QueueNames.isTouches(letter.queue()))
          .filter(this::settled)
          .forEach(letter -> letters.discard(letter.id()));
    }
  }

  private boolean settled(DeadLetter letter) {
    QueueMessage message = new QueueMessage(letter.id(), letter.body(), letter.receives());
    return sweeper.handle(List.of(message)).getFirst() instanceof Disposition.Done;
  }
}
