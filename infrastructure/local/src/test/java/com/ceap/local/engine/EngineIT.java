package com.ceap.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.local.clock.ClockState;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.Outgoing;
import com.ceap.local.queue.QueueCounts;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EngineIT {
  private static final Instant START = EngineFixture.START;

  @TempDir private Path folder;
  private EngineFixture platform;
  private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() {
    platform = new EngineFixture(folder);
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void everyMessageOfEveryQueueIsHandedToItsStageOnce() {
    platform.queues.send(numbered("a", 237));
    platform.queues.send(numbered("b", 55));
    Set<String> once = ConcurrentHashMap.newKeySet();
    QueueStage stage =
        each(
            message -> {
              assertThat(once.add(message.id())).isTrue();
              return Disposition.DONE;
            });

    runUntilQuiet(Map.of("a", stage, "b", stage));

    assertThat(once).hasSize(292);
    assertThat(platform.queues.counts("a")).isEqualTo(new QueueCounts(237, 237, 0));
    assertThat(platform.queues.counts("b")).isEqualTo(new QueueCounts(55, 55, 0));
  }

  @Test
  void whatAStageSendsIsWorkedOnToo() {
    platform.queues.send(numbered("a", 1));
    QueueStage forwards =
        each(
            message -> {
              int hop = Integer.parseInt(message.body());
              seen.add(message.body());
              if (hop < 5) {
                platform.queues.send(List.of(new Outgoing("a", "" + (hop + 1))));
              }
              return Disposition.DONE;
            });

    runUntilQuiet(Map.of("a", forwards));

    assertThat(seen).containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  void aQueueWithoutAStageWaits() {
    platform.queues.send(numbered("nobody", 3));

    runUntilQuiet(Map.of("a", each(message -> Disposition.DONE)));

    assertThat(platform.queues.counts("nobody").waiting()).isEqualTo(3);
  }

  @Test
  void dueTouchesComeToTheirChannelsQueueAndOthersWait() {
    platform.schedule("C1", 1, "email", START);
    platform.schedule("C2", 2, "sms", START.minusSeconds(5));
    platform.schedule("C3", 1, "email", START.plusMillis(1));

    runUntilQuiet(Map.of("touches-email", noting("email"), "touches-sms", noting("sms")));

    assertThat(seen).containsExactlyInAnyOrder("email C1 1 at " + START, "sms C2 2 at " + START);
    assertThat(platform.stores.schedules().nextDue()).contains(START.plusMillis(1));
  }

  @Test
  void advancingTheClockMakesEachTouchSeeItsOwnTimeAsNow() {
    Instant first = START.plus(Duration.ofHours(1)).plusMillis(1);
    platform.schedule("C1", 1, "email", first);
    QueueStage chain =
        each(
            message -> {
              var touch = DueTouchJson.read(message.body());
              seen.add(touch.touch() + " at " + platform.clock.instant());
              if (touch.touch() < 3) {
                platform.schedule(
                    "C1", touch.touch() + 1, "email", START.plus(Duration.ofDays(touch.touch())));
              }
              return Disposition.DONE;
            });
    platform.clock.advance(Duration.ofDays(3));

    runUntilQuiet(Map.of("touches-email", chain));

    assertThat(seen)
        .containsExactly(
            "1 at " + first,
            "2 at " + START.plus(Duration.ofDays(1)),
            "3 at " + START.plus(Duration.ofDays(2)));
    Instant end = START.plus(Duration.ofDays(3));
    assertThat(platform.clock.state()).isEqualTo(new ClockState.Manual(end, end));
  }

  @Test
  void whatIsDueAtTheTargetItselfIsDone() {
    platform.schedule("C1", 1, "email", START.plusSeconds(60));
    platform.clock.advance(Duration.ofSeconds(60));

    runUntilQuiet(Map.of("touches-email", noting("email")));

    assertThat(seen).containsExactly("email C1 1 at " + START.plusSeconds(60));
  }

  @Test
  void delaysOfQueuesGoByTheClockToo() {
    platform.queues.send(List.of(new Outgoing("a", "x")));
    QueueStage twiceLater =
        each(
            message -> {
              seen.add(message.receives() + " at " + platform.clock.instant());
              return seen.size() < 3
                  ? new Disposition.Later(Duration.ofMinutes(20))
                  : Disposition.DONE;
            });

    runUntilQuiet(Map.of("a", twiceLater));
    assertThat(seen).containsExactly("1 at " + START);
    platform.clock.advance(Duration.ofHours(1));
    runUntilQuiet(Map.of("a", twiceLater));

    assertThat(seen)
        .containsExactly(
            "1 at " + START,
            "1 at " + START.plus(Duration.ofMinutes(20)),
            "1 at " + START.plus(Duration.ofMinutes(40)));
  }

  @Test
  void anAdvanceThatWasCutShortIsGoneOnWith() {
    platform.schedule("C1", 1, "email", START.plusSeconds(60));
    platform.clock.advance(Duration.ofHours(1));
    platform.clock.moveTo(START.plusSeconds(59));
    platform.close();
    platform = new EngineFixture(folder);

    runUntilQuiet(Map.of("touches-email", noting("email")));

    assertThat(seen).containsExactly("email C1 1 at " + START.plusSeconds(60));
    assertThat(platform.clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void aMessageThatABatchFailsOnTakesNoOtherWithIt() {
    platform.queues.send(numbered("a", 10));
    QueueStage stumbles =
        batch -> {
          if (batch.stream().anyMatch(message -> message.body().equals("7"))) {
            throw new IllegalStateException("about customer C7");
          }
          return Collections.nCopies(batch.size(), Disposition.DONE);
        };
    platform.clock.advance(Duration.ofHours(1));

    runUntilQuiet(Map.of("a", stumbles));

    assertThat(platform.queues.counts("a")).isEqualTo(new QueueCounts(10, 9, 1));
    DeadLetter letter = platform.letters.newest(1).getFirst();
    assertThat(letter.body()).isEqualTo("7");
    assertThat(letter.code()).isEqualTo(ErrorCode.DEFECT);
    assertThat(letter.reason())
        .startsWith("the stage failed with java.lang.IllegalStateException at com.ceap.local")
        .doesNotContain("C7");
    assertThat(letter.receives()).isEqualTo(5);
  }

  @Test
  void anErrorsCategoryDecidesWhetherItIsTriedAgain() {
    platform.queues.send(
        List.of(new Outgoing("late", "EVENT_LATE"), new Outgoing("busy", "STORE_CONFLICT")));
    QueueStage fails =
        each(
            message -> {
              seen.add(message.body());
              throw new CeapException(ErrorCode.valueOf(message.body()), "no " + message.body());
            });
    platform.clock.advance(Duration.ofHours(1));

    runUntilQuiet(Map.of("late", fails, "busy", fails));

    assertThat(Collections.frequency(seen, "EVENT_LATE")).isEqualTo(1);
    assertThat(Collections.frequency(seen, "STORE_CONFLICT")).isEqualTo(5);
    assertThat(platform.letters.newest(5))
        .extracting(DeadLetter::reason)
        .containsExactlyInAnyOrder("no EVENT_LATE", "no STORE_CONFLICT");
  }

  @Test
  void aStageThatLosesCountIsADefect() {
    platform.queues.send(numbered("a", 2));
    platform.clock.advance(Duration.ofHours(1));

    runUntilQuiet(Map.of("a", batch -> List.of()));

    assertThat(platform.letters.newest(2))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.code()).isEqualTo(ErrorCode.DEFECT));
  }

  @Test
  void noMoreBatchesAreWorkedOnAtATimeThanAllowedAndAsManyAsThat() {
    platform.queues.send(numbered("a", 80));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier four = new CyclicBarrier(4);
    QueueStage counts =
        batch -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          try {
            four.await(30, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          now.decrementAndGet();
          return Collections.nCopies(batch.size(), Disposition.DONE);
        };

    runUntilQuiet(Map.of("a", counts));

    assertThat(most).hasValue(4);
    assertThat(platform.queues.counts("a").done()).isEqualTo(80);
  }

  @Test
  void aFailureBesideTheMessagesIsToldAndTheWorkComesBack() {
    platform.queues.send(numbered("a", 1));
    CountDownLatch told = new CountDownLatch(1);
    EngineListener listener =
        new EngineListener() {
          @Override
          public void failed(RuntimeException e) {
            told.countDown();
          }
        };
    QueueStage closesTheStore =
        batch -> {
          platform.tables.close();
          return List.of(Disposition.DONE);
        };

    try (Engine engine = platform.engine(Map.of("a", closesTheStore), listener)) {
      assertThatThrownBy(engine::runUntilQuiet).isInstanceOf(CeapException.class);
    }
    assertThat(told.getCount()).isZero();

    platform = new EngineFixture(folder);
    runUntilQuiet(Map.of("a", noBody()));
    assertThat(platform.queues.counts("a").done()).isEqualTo(1);
  }

  @Test
  void aRunningEngineSeesWhatIsSentAndEndsWhenItIsTold() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    QueueStage counts =
        each(
            message -> {
              three.countDown();
              return Disposition.DONE;
            });
    Engine engine = platform.engine(Map.of("a", counts));
    Thread thread = Thread.ofPlatform().start(engine::run);

    platform.queues.send(numbered("a", 2));
    engine.wake();
    platform.queues.send(numbered("a", 1));

    assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
    engine.close();
    thread.join();
    assertThat(platform.queues.counts("a").done()).isEqualTo(3);
  }

  @Test
  void aRunningEngineFollowsTheClockThatAnotherProcessAdvances() throws Exception {
    platform.schedule("C1", 1, "email", START.plus(Duration.ofHours(24)));
    CountDownLatch touched = new CountDownLatch(1);
    QueueStage stage =
        each(
            message -> {
              touched.countDown();
              return Disposition.DONE;
            });
    try (Engine engine = platform.engine(Map.of("touches-email", stage))) {
      Thread thread = Thread.ofPlatform().start(engine::run);

      EngineFixture.openClock(folder).advance(Duration.ofHours(25));

      assertThat(touched.await(30, TimeUnit.SECONDS)).isTrue();
      engine.stop();
      thread.join();
    }
  }

  @Test
  void theNextMomentIsTheEarliestOfSchedulesAndDelays() {
    try (Engine engine = platform.engine(Map.of("a", noBody()))) {
      assertThat(engine.nextMoment()).isEmpty();
      platform.schedule("C1", 1, "email", START.plusSeconds(90));
      assertThat(engine.nextMoment()).contains(START.plusSeconds(90));
      platform.queues.send(List.of(new Outgoing("a", "x", Duration.ofSeconds(30))));
      assertThat(engine.nextMoment()).contains(START.plusSeconds(30));
    }
  }

  private void runUntilQuiet(Map<String, QueueStage> stages) {
    try (Engine engine = platform.engine(stages)) {
      engine.runUntilQuiet();
    }
  }

  private QueueStage noting(String channel) {
    return each(
        message -> {
          var touch = DueTouchJson.read(message.body());
          seen.add(
              "%s %s %d at %s"
                  .formatted(
                      channel, touch.key().customerId(), touch.touch(), platform.clock.instant()));
          return Disposition.DONE;
        });
  }

  private static QueueStage noBody() {
    return each(message -> Disposition.DONE);
  }

  private static QueueStage each(Function<QueueMessage, Disposition> one) {
    return batch -> batch.stream().map(one).toList();
  }

  private static List<Outgoing> numbered(String queue, int count) {
    return IntStream.range(0, count).mapToObj(i -> new Outgoing(queue, "" + i)).toList();
  }
}
