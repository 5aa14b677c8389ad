package com.ceap.lambdas.channel;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.MessageContent;
import com.ceap.lambdas.channel.HistoryPast.Course;
import com.ceap.lambdas.journey.Touch;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A random life of some journeys, from their first touch until nothing is left to do: several
 * workers take touches from a queue and are interrupted between any two calls, calls fail before
 * and after they were made, processes die, messages come twice, providers do all that they may, and
 * customers and operators do what they like in between.
 */
final class History {
  private static final int MOST_ACTIONS = 50_000;
  private static final int WORKERS = 3;

  private final long seed;
  private final SplittableRandom random;
  private final HistoryPast past;
  private final Stores truth;
  private final HistoryLaws laws;
  private final Baton baton;
  private final Mischief mischief;
  private final HistoryEvents events;
  private final PublishedVersions programs = new PublishedVersions();
  private final ScheduledTouches scheduled = new ScheduledTouches();
  private final TouchQueue queue;
  private final DeliveryStage stage;
  private final LeaseSweeper sweeper;
  private final List<Course> unstored;
  private final List<Instant> eventTimes = new ArrayList<>();
  private Instant now = HistoryPast.START;
  private int actions;

  History(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
    past = HistoryPast.of(random);
    past.programs().forEach(programs::publish);
    MemoryTables memory = new MemoryTables(() -> now);
    truth = Stores.on(memory, () -> now);
    laws = new HistoryLaws(seed, past, truth);
    baton = new Baton(random, random.nextInt(4) == 0 ? 1 : random.nextDouble());
    mischief = new Mischief(random, baton);
    events = new HistoryEvents(random, past, truth, programs, laws);
    queue = new TouchQueue(random);
    DeliveryPorts ports = ports(memory);
    stage = new DeliveryStage(ports, DeliverySettings.DEFAULT, () -> now);
    sweeper = new LeaseSweeper(ports, DeliverySettings.DEFAULT, () -> now);
    unstored = new ArrayList<>(past.courses());
    begin();
    mischief.begin(isCalm() ? 0 : random.nextDouble() * 0.1);
  }

  /** Whether no call of ours fails in this history. */
  private boolean isCalm() {
    return seed % 10 == 0;
  }

  private DeliveryPorts ports(MemoryTables memory) {
    FaultyTables.Calls calls =
        new FaultyTables.Calls() {
          @Override
          public void before() {
            mischief.before();
          }

          @Override
          public void after() {
            mischief.after();
          }

          @Override
          public void written() {
            laws.look();
          }

          @Override
          public boolean conflicts() {
            return mischief.happens();
          }

          @Override
          public boolean sendsAgain() {
            boolean again = mischief.happens();
            for (int steps = again ? random.nextInt(20) : 0; steps > 0; steps--) {
              baton.step();
            }
            return again;
          }
        };
    UnreliableProvider provider =
        new UnreliableProvider(random, mischief, laws, passed -> now = now.plus(passed));
    return new DeliveryPorts(
        Stores.on(new FaultyTables(memory, calls), () -> now),
        programs,
        (program, _) -> program.delivery().capsOf(program.programId()),
        (_, _) -> History::text,
        _ -> percent -> "CODE" + percent,
        Stream.of("email", "sms", "push").map(provider::adapter).toList(),
        (touch, type, at) -> {
          mischief.before();
          scheduled.schedule(touch, type, at);
          mischief.after();
        });
  }

  private static Composition text(MessageContent content) {
    CandidateKey key = content.candidates().getFirst().key();
    return new Composition.Composed(
        new TextMessage(content.messageId(), key.customerId(), key.programId()));
  }

  private void begin() {
    for (Course course : past.courses()) {
      course.importCustomer(truth);
      Instant first = course.eventTime().plus(course.touches().getFirst().delay());
      scheduled.schedule(touch(course, 1), course.touches().getFirst().channel().type(), first);
      for (Touch touch : course.touches()) {
        for (int i = random.nextInt(3); i > 0; i--) {
          Duration around = Duration.ofSeconds(random.nextInt(-2, 400));
          eventTimes.add(course.eventTime().plus(touch.delay()).plus(around));
        }
      }
    }
  }

  /** Lives it to its end; what the laws forbid is an error that names the seed. */
  void run() {
    int quietFrom = random.nextInt(20, 400);
    while (!isOver()) {
      if (actions == quietFrom) {
        mischief.end();
        events.resumeAll();
        eventTimes.clear();
      }
      act();
    }
    laws.end();
    deliverAllAgain();
  }

  int handedOver() {
    return laws.handedOver();
  }

  /** How many touches the sweeper has ended. */
  int swept() {
    return queue.swept();
  }

  Deliveries report() {
    return stage.report();
  }

  private boolean isOver() {
    return baton.workers() == 0
        && queue.isEmpty()
        && scheduled.nextDue().isEmpty()
        && unstored.isEmpty();
  }

  private void act() {
    if (++actions > MOST_ACTIONS) {
      throw new AssertionError("seed " + seed + ": it does not come to an end");
    }
    arrive();
    switch (random.nextInt(12)) {
      case 0 -> receive();
      case 1 -> sweep();
      case 2 -> happen();
      case 3 -> passALittle();
      case 4 -> queue.reappear();
      default -> {
        if (baton.workers() > 0) {
          baton.pass();
        } else if (!receive() && !sweep()) {
          passUntilSomethingIsDue();
        }
      }
    }
  }

  /** Candidates come into the store, and due touches into the queue, some of them twice. */
  private void arrive() {
    for (Course course : List.copyOf(unstored)) {
      if (!course.storedAt().isAfter(now)) {
        unstored.remove(course);
        course.store(truth);
      }
    }
    for (DueTouch touch : scheduled.due(now)) {
      for (int i = 0; i <= (random.nextInt(3) == 0 ? 1 : 0); i++) {
        queue.put(touch, now);
      }
    }
  }

  private boolean receive() {
    if (baton.workers() >= WORKERS) {
      return false;
    }
    Optional<TouchQueue.Entry> taken = queue.take(now);
    taken.ifPresent(
        entry -> baton.add(() -> work(stage, entry, d -> queue.answered(entry, d, now))));
    return taken.isPresent();
  }

  private boolean sweep() {
    if (baton.workers() >= WORKERS) {
      return false;
    }
    Optional<TouchQueue.Entry> taken = queue.takeDead(now);
    taken.ifPresent(
        entry -> baton.add(() -> work(sweeper, entry, d -> queue.swept(entry, d, now))));
    return taken.isPresent();
  }

  private void work(QueueStage of, TouchQueue.Entry entry, Consumer<Disposition> answer) {
    try {
      answer.accept(of.handle(List.of(entry.message())).getFirst());
    } catch (Killed _) {
      queue.abandoned(entry);
    }
  }

  /** What is due happens; something else happens sooner, where it comes between two workers. */
  private void happen() {
    boolean between = baton.workers() > 1 && random.nextInt(3) == 0;
    Optional<Instant> due =
        eventTimes.stream().filter(at -> between || !at.isAfter(now)).findFirst();
    due.ifPresent(
        at -> {
          eventTimes.remove(at);
          events.happen(now);
        });
  }

  private void passALittle() {
    int[] most = {1, 1000, 60_000, 600_000};
    if (random.nextInt(4) == 0) {
      now = now.plusMillis(random.nextInt(most[random.nextInt(most.length)]) + 1);
    }
  }

  private void passUntilSomethingIsDue() {
    Stream.of(
            queue.nextVisible().stream(),
            scheduled.nextDue().stream(),
            unstored.stream().map(Course::storedAt))
        .flatMap(times -> times)
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder())
        .ifPresent(at -> now = at);
  }

  /** At the end every touch is known, so nothing that comes again changes anything. */
  private void deliverAllAgain() {
    int before = laws.handedOver();
    for (Course course : past.courses()) {
      for (Touch touch : course.touches()) {
        if (truth
            .messages()
            .find(course.key().customerId(), HistoryLaws.id(course, touch))
            .isPresent()) {
          queue.put(touch(course, touch.number()), now);
        }
      }
    }
    while (!isOver()) {
      act();
    }
    laws.end();
    if (laws.handedOver() != before) {
      throw new AssertionError("seed " + seed + ": a touch that came again was handed over");
    }
  }

  private static DueTouch touch(Course course, int number) {
    return new DueTouch(course.key(), number, course.eventTime(), "v1", 0);
  }
}
