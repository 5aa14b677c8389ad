package com.ceap.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.local.clock.MovedClock;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableQueuesIT {
  private static final String QUEUE = "events-a#b";
  private static final Duration VISIBILITY = QueuePolicy.DEFAULT.visibility();
  private static final Disposition RETRY =
      new Disposition.Retry(ErrorCode.STORE_CONFLICT, "others kept writing");

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock();
  private SqliteTables tables;
  private DurableQueues queues;
  private DeadLetters letters;

  @BeforeEach
  void open() {
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    queues = new DurableQueues(tables, clock, QueuePolicy.DEFAULT);
    letters = new DeadLetters(tables);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void whatWasSentIsThereInTheNextProcessInItsOrder() {
    queues.send(List.of(message("1"), message("2"), new Outgoing("other", "3")));
    close();
    open();

    assertThat(bodies(queues.take(QUEUE, 10))).containsExactly("1", "2");
    assertThat(bodies(queues.take("other", 10))).containsExactly("3");
  }

  @Test
  void atMostSoManyAreTakenAndNoneTwice() {
    send(7);

    assertThat(bodies(queues.take(QUEUE, 3))).containsExactly("0", "1", "2");
    assertThat(bodies(queues.take(QUEUE, 10))).containsExactly("3", "4", "5", "6");
    assertThat(queues.take(QUEUE, 10)).isEmpty();
  }

  @Test
  void manyAreSentToManyQueuesAtOnce() {
    List<Outgoing> many =
        IntStream.range(0, 1_000).mapToObj(i -> new Outgoing("q" + i % 60, "" + i)).toList();

    queues.send(many);

    assertThat(queues.counts("q7")).isEqualTo(new QueueCounts(17, 0, 0));
    assertThat(bodies(queues.take("q7", 2))).containsExactly("7", "67");
  }

  @Test
  void whatIsDoneIsGone() {
    send(2);

    settle(queues.take(QUEUE, 10), Disposition.DONE);
    clock.advance(VISIBILITY);

    assertThat(queues.take(QUEUE, 10)).isEmpty();
    assertThat(queues.counts(QUEUE)).isEqualTo(new QueueCounts(2, 2, 0));
  }

  @Test
  void whatIsNotSettledInTimeComesBackAndCountsItsReceives() {
    send(1);

    assertThat(queues.take(QUEUE, 1).getFirst().message().receives()).isEqualTo(1);
    clock.advance(VISIBILITY.minusMillis(1));
    assertThat(queues.take(QUEUE, 1)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(queues.take(QUEUE, 1).getFirst().message().receives()).isEqualTo(2);
  }

  @Test
  void whoeverTookItTooLongAgoCannotSettleItAnyMore() {
    send(1);
    List<TakenMessage> late = queues.take(QUEUE, 1);
    clock.advance(VISIBILITY);
    List<TakenMessage> current = queues.take(QUEUE, 1);

    settle(late, RETRY);
    settle(late, Disposition.DONE);
    assertThat(queues.counts(QUEUE).done()).isZero();
    settle(current, Disposition.DONE);
    settle(late, RETRY);
    clock.advance(Duration.ofDays(1));

    assertThat(queues.take(QUEUE, 1)).isEmpty();
    assertThat(queues.counts(QUEUE)).isEqualTo(new QueueCounts(1, 1, 0));
  }

  @Test
  void aDelayedMessageIsSeenWhenItsTimeHasComeAndNotBefore() {
    queues.send(List.of(new Outgoing(QUEUE, "late", Duration.ofHours(1)), message("now")));

    assertThat(queues.nextVisible(QUEUE)).contains(MovedClock.START.plus(Duration.ofHours(1)));
    assertThat(bodies(queues.take(QUEUE, 10))).containsExactly("now");
    clock.advance(Duration.ofHours(1).minusNanos(1));
    assertThat(bodies(queues.take(QUEUE, 1))).containsExactly("now");
    clock.advance(Duration.ofNanos(1));
    assertThat(bodies(queues.take(QUEUE, 10))).containsExactly("late");
  }

  @Test
  void whatIsPutOffUsesUpNoReceive() {
    send(1);

    for (int i = 0; i < 20; i++) {
      List<TakenMessage> taken = queues.take(QUEUE, 1);
      assertThat(taken.getFirst().message().receives()).isEqualTo(1);
      settle(taken, new Disposition.Later(Duration.ofSeconds(10)));
      assertThat(queues.take(QUEUE, 1)).isEmpty();
      clock.advance(Duration.ofSeconds(10));
    }
    assertThat(queues.counts(QUEUE).waiting()).isEqualTo(1);
  }

  @Test
  void aMessageThatFailsIsRetriedAfterGrowingPausesAndThenKeptWithItsReason() {
    send(1);
    Instant start = clock.instant();

    List<Long> seconds = new ArrayList<>();
    for (int receive = 1; receive <= 5; receive++) {
      seconds.add(Duration.between(start, clock.instant()).toSeconds());
      settle(queues.take(QUEUE, 1), RETRY);
      queues.nextVisible(QUEUE).ifPresent(at -> clock.advance(until(at)));
    }

    assertThat(seconds).containsExactly(0L, 2L, 6L, 14L, 30L);
    assertThat(letters.newest(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.queue()).isEqualTo(QUEUE);
              assertThat(letter.code()).isEqualTo(ErrorCode.STORE_CONFLICT);
              assertThat(letter.reason()).isEqualTo("others kept writing");
              assertThat(letter.receives()).isEqualTo(5);
              assertThat(letter.body()).isEqualTo("0");
              assertThat(letter.sentAt()).isEqualTo(start);
              assertThat(letter.diedAt()).isEqualTo(start.plusSeconds(30));
            });
    assertThat(queues.counts(QUEUE)).isEqualTo(new QueueCounts(1, 0, 1));
  }

  @Test
  void whatNoRetryHelpsIsKeptAtOnce() {
    send(3);
    List<TakenMessage> taken = queues.take(QUEUE, 3);

    queues.settle(
        List.of(
            new Settlement(taken.get(0), Disposition.DONE),
            new Settlement(taken.get(1), new Disposition.Dead(ErrorCode.EVENT_LATE, "too old")),
            new Settlement(taken.get(2), RETRY)));

    assertThat(letters.newest(10)).extracting(DeadLetter::body).containsExactly("1");
    assertThat(letters.count()).isEqualTo(1);
    assertThat(queues.counts(QUEUE)).isEqualTo(new QueueCounts(3, 1, 1));
  }

  @Test
  void afterTheProcessDiedWhatWasInFlightComesBackAtOnceAndTheDelayedWaits() {
    send(2);
    queues.send(List.of(new Outgoing(QUEUE, "delayed", Duration.ofSeconds(5))));
    queues.take(QUEUE, 10);
    close();
    open();

    assertThat(queues.take(QUEUE, 10)).isEmpty();
    assertThat(queues.recover(QUEUE)).isEqualTo(2);
    assertThat(queues.take(QUEUE, 10))
        .hasSize(2)
        .allSatisfy(taken -> assertThat(taken.message().receives()).isEqualTo(2));
  }

  @Test
  void aMessageThatEndsTheProcessEachTimeIsGivenUp() {
    send(1);
    for (int i = 0; i < 5; i++) {
      assertThat(queues.take(QUEUE, 1)).hasSize(1);
      queues.recover(QUEUE);
    }

    assertThat(queues.take(QUEUE, 1)).isEmpty();

    assertThat(letters.newest(1).getFirst().reason())
        .isEqualTo("it was taken 5 times and never settled: each time the process ended meanwhile");
    assertThat(queues.counts(QUEUE)).isEqualTo(new QueueCounts(1, 0, 1));
  }

  @Test
  void aReplayedLetterIsAMessageAgainAndCannotBeReplayedTwice() {
    send(1);
    settle(queues.take(QUEUE, 1), new Disposition.Dead(ErrorCode.EVENT_INVALID, "no customer"));
    DeadLetter letter = letters.newest(1).getFirst();

    assertThat(queues.replay(letter)).isTrue();
    assertThat(queues.replay(letter)).isFalse();

    assertThat(letters.newest(1)).isEmpty();
    assertThat(letters.count()).isZero();
    assertThat(queues.counts(QUEUE).waiting()).isEqualTo(1);
    List<TakenMessage> again = queues.take(QUEUE, 2);
    assertThat(bodies(again)).containsExactly("0");
    assertThat(again.getFirst().message().receives()).isEqualTo(1);
  }

  @Test
  void theNewestLettersComeFirstAndOneIsFoundByItsId() {
    for (int i = 0; i < 5; i++) {
      queues.send(List.of(message("" + i)));
      settle(queues.take(QUEUE, 1), new Disposition.Dead(ErrorCode.EVENT_INVALID, "no"));
      clock.advance(Duration.ofSeconds(1));
    }

    List<DeadLetter> newest = letters.newest(3);
    assertThat(newest).extracting(DeadLetter::body).containsExactly("4", "3", "2");
    assertThat(letters.find(newest.get(1).id())).contains(newest.get(1));
    letters.discard(newest.getFirst().id());
    letters.discard(newest.getFirst().id());
    assertThat(letters.find(newest.getFirst().id())).isEmpty();
    assertThat(letters.count()).isEqualTo(4);
  }

  @Test
  void ofABodyThatNoItemHoldsTheBeginningIsKept() {
    DeadLetter huge =
        new DeadLetter(
            "D1",
            DeadLetters.BUS,
            ErrorCode.EVENT_TOO_LARGE,
            "too large",
            MovedClock.START,
            MovedClock.START,
            0,
            "é".repeat(200_000),
            false);

    queues.send(List.of(), DeadLetters.keeping(List.of(huge)));

    DeadLetter kept = letters.find("D1").orElseThrow();
    assertThat(kept.cut()).isTrue();
    assertThat(kept.body()).hasSize(65_536);
  }

  @Test
  void threadsThatTakeAtTheSameTimeShareWhatThereIs() throws Exception {
    send(400);
    List<Future<List<TakenMessage>>> takers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        takers.add(threads.submit(() -> queues.take(QUEUE, 10)));
      }
    }

    Set<String> ids = new HashSet<>();
    for (Future<List<TakenMessage>> taker : takers) {
      taker.get().forEach(taken -> ids.add(taken.message().id()));
    }
    assertThat(ids).hasSize(400);
  }

  private void send(int count) {
    queues.send(IntStream.range(0, count).mapToObj(i -> message("" + i)).toList());
  }

  private void settle(List<TakenMessage> taken, Disposition disposition) {
    queues.settle(taken.stream().map(one -> new Settlement(one, disposition)).toList());
  }

  private Duration until(Instant at) {
    return Duration.between(clock.instant(), at);
  }

  private static Outgoing message(String body) {
    return new Outgoing(QUEUE, body);
  }

  private static List<String> bodies(List<TakenMessage> taken) {
    return taken.stream().map(one -> one.message().body()).toList();
  }
}
