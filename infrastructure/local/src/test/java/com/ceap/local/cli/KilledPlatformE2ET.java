package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.channels.local.Outbox;
import com.ceap.channels.local.OutboxEntry;
import com.ceap.local.bus.BusCounts;
import com.ceap.local.clock.PlatformClock;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.ThreadPause;
import com.ceap.local.queue.QueueCounts;
import com.ceap.local.reactive.CartShop;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.ReactiveStatus;
import com.ceap.local.reactive.StageTotals;
import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ceap up} is killed with kill -9 in the middle of its work, again and again. */
@Timeout(600)
final class KilledPlatformE2ET {
  private static final String PROGRAM = "abandoned-cart-recovery";
  private static final int CUSTOMERS = 1_000;

  @TempDir private static Path folder;
  private static Path models;

  @BeforeAll
  static void train() {
    models = folder.resolve("models");
    CartShop.train(models);
  }

  @Test
  void ofTenThousandEventsEachEndsAsCandidateRejectionDuplicateOrDeadLetter() throws Exception {
    Path data = folder.resolve("events");
    CartShop.make(data, models, CUSTOMERS);
    Events events = Events.of(10_000, CUSTOMERS);
    RelentlessPublisher publisher = new RelentlessPublisher(events.details());

    killWhilePublishing(data, publisher, 2_000, 4_500, 7_000, 9_000);
    // What was in flight when a process was killed is claimed for half a minute.
    advance(data, "PT1M");

    try (LocalPlatform platform = CartShop.open(data)) {
      ReactiveStatus status = new LocalReactive(platform).status(StageTotals.NONE);
      BusCounts bus = status.bus();
      QueueCounts decided = status.queues().get("events-" + PROGRAM);
      assertThat(publisher.refused()).hasSize(events.refused());
      assertThat(bus.accepted() + bus.refused())
          .isBetween(10_000L, 10_000L + publisher.uncertain());
      assertThat(decided.sent()).isEqualTo(bus.accepted() - bus.unmatched());
      assertThat(decided.waiting()).isZero();
      assertThat(status.dead()).isEqualTo(decided.dead() + bus.refused());
      assertThat(decided.dead()).isGreaterThanOrEqualTo(events.invalid());
      assertThat(candidates(platform.stores())).isEqualTo(events.expected());
      assertThat(rejected(platform.stores())).isEqualTo(events.closed());
      long duplicates = decided.done() - events.expected().size() - events.closed().size();
      assertThat(duplicates)
          .isBetween((long) events.duplicates(), events.duplicates() + mayRepeat(publisher));
      assertThat(platform.stores().schedules().due(status.now().plusSeconds(7_200), 20_000))
          .as("first touches")
          .hasSize(events.expected().size());
    }
  }

  /** Taken twice by a call without an answer, or decided and killed before its message was gone. */
  private static long mayRepeat(RelentlessPublisher publisher) {
    return publisher.uncertain() + 4L * 80;
  }

  @Test
  void ofManyDueTouchesEachEndsAsOneMessageAndNoCapIsExceeded() throws Exception {
    Path data = folder.resolve("touches");
    int customers = 100;
    CartShop.make(data, models, customers);
    Events events = Events.of(1_000, customers);
    RelentlessPublisher publisher = new RelentlessPublisher(events.details());
    killWhilePublishing(data, publisher, 500);
    advance(data, "PT1M");
    clock(data).advance(Duration.ofHours(1));

    killWhileDelivering(data, 40);
    killWhileDelivering(data, 110);
    // Until the leases of what was being sent have run out, and nothing of the next touch is due.
    advance(data, "PT1H");

    try (LocalPlatform platform = CartShop.open(data)) {
      Stores stores = platform.stores();
      Set<String> inOutbox =
          LocalMessages.outbox(platform).list(Optional.empty()).stream()
              .map(OutboxEntry::messageId)
              .collect(Collectors.toSet());
      int recorded = 0;
      for (int i = 0; i < customers; i++) {
        List<Message> messages = stores.messages().ofCustomer("C" + i);
        recorded += messages.size();
        assertThat(messages).filteredOn(m -> m.state().wentOut()).hasSizeLessThanOrEqualTo(2);
        for (Message message : messages) {
          switch (message.state()) {
            case SENT -> assertThat(inOutbox.remove(message.messageId())).isTrue();
            case UNKNOWN -> inOutbox.remove(message.messageId());
            default -> assertThat(message.state()).isEqualTo(MessageState.SUPPRESSED);
          }
        }
      }
      assertThat(recorded).isEqualTo(events.expected().size());
      assertThat(inOutbox).as("sent without a record").isEmpty();
      assertThat(new LocalReactive(platform).letters().newest(100))
          .noneMatch(letter -> letter.queue().startsWith("touches-"));
    }
  }

  private static PlatformClock clock(Path data) {
    return PlatformClock.of(
        new DataFolder(data).clock(), InstantSource.system(), new ThreadPause());
  }

  /** Lets a platform go on with advancing its clock, and kills it when so many messages are out. */
  private static void killWhileDelivering(Path data, int sent) throws Exception {
    Outbox outbox;
    try (LocalPlatform platform = CartShop.open(data)) {
      outbox = LocalMessages.outbox(platform);
    }
    RunningPlatform platform = RunningPlatform.start(data);
    while (outbox.list(Optional.empty()).size() < sent) {
      LockSupport.parkNanos(1_000_000);
    }
    platform.kill();
    assertThat(platform.exitValue()).as("killed, not ended").isEqualTo(137);
  }

  private static void advance(Path data, String duration) {
    CommandRun run =
        CommandRun.in(ProjectRoot.find(), "clock", "advance", "--data", data.toString(), duration);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static void killWhilePublishing(Path data, RelentlessPublisher publisher, int... when)
      throws Exception {
    RunningPlatform platform = RunningPlatform.start(data, "--clock", "manual");
    publisher.to(platform);
    Thread publishing = Thread.ofPlatform().start(publisher::run);
    for (int answered : when) {
      publisher.await(answered);
      platform.kill();
      assertThat(platform.exitValue()).as("killed, not ended").isEqualTo(137);
      platform = RunningPlatform.start(data);
      publisher.to(platform);
    }
    publishing.join();
    platform.kill();
  }

  private static Set<CandidateKey> candidates(Stores stores) {
    return IntStream.range(0, CUSTOMERS)
        .mapToObj(i -> stores.candidates().find("C" + i).candidates())
        .flatMap(List::stream)
        .map(StoredCandidate::decision)
        .map(decision -> decision.key())
        .collect(Collectors.toSet());
  }

  private static Set<CandidateKey> rejected(Stores stores) {
    return IntStream.range(0, CUSTOMERS)
        .mapToObj(i -> stores.decisions().rejected("C" + i))
        .flatMap(List::stream)
        .map(RejectedEvent::key)
        .collect(Collectors.toSet());
  }

  /**
   * Events of which some come twice, some are of closed customers, some are invalid for the
   * program, some are below its range, and some are no events at all.
   */
  private record Events(
      List<String> details,
      Set<CandidateKey> expected,
      Set<CandidateKey> closed,
      int duplicates,
      int invalid,
      int refused) {

    static Events of(int count, int customers) {
      List<String> details = new ArrayList<>();
      Set<CandidateKey> expected = new HashSet<>();
      Set<CandidateKey> closed = new HashSet<>();
      int[] kinds = new int[3];
      for (int i = 0; i < count; i++) {
        String customer = "C" + i % customers;
        String cart = CartShop.cart(customer, "K" + i);
        switch (i % 25) {
          case 3 -> {
            details.add(cart.replace("\"itemCount\": 2", "\"itemCount\": 0"));
            kinds[1]++;
          }
          case 7 -> details.add(cart.replace("150.00", "49.99"));
          case 11 -> {
            details.add("[]");
            kinds[2]++;
          }
          case 13 -> {
            details.add(details.get(i - 1));
            kinds[0]++;
          }
          default -> {
            details.add(cart);
            (i % 10 == 9 ? closed : expected)
                .add(new CandidateKey(customer, PROGRAM, "UK", new Subject("cart", "K" + i)));
          }
        }
      }
      return new Events(details, expected, closed, kinds[0], kinds[1], kinds[2]);
    }
  }
}
