package com.ceap.local.engine;

import com.ceap.lambdas.queue.QueueStage;
import com.ceap.local.clock.ClockState;
import com.ceap.local.clock.PlatformClock;
import com.ceap.local.queue.DurableQueues;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCategory;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.ScheduleRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Works off the queues, and brings due touches to them. Make one only while holding the {@link
 * EngineLock}, and close it before giving that back: what is in flight is finished then. One thread
 * at a time calls {@link #run} or {@link #runUntilQuiet}.
 */
public final class Engine implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMillis(50);

  private final DurableQueues queues;
  private final Set<String> names;
  private final ScheduleRepository schedules;
  private final ScheduleMover mover;
  private final PlatformClock clock;
  private final EngineListener listener;
  private final InFlight inFlight;
  private final QueueWorkers workers;
  private final Recurring recurring;
  private final RecurringWork recurringWork;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private volatile boolean stopped;

  /**
   * An engine for some queues; messages of others wait.
   *
   * @param stages by the name of their queue
   * @param recurring what is done beside the queues
   * @param batches how many are worked on at a time, of up to ten messages each
   */
  public Engine(
      DurableQueues queues,
      Map<String, QueueStage> stages,
      ScheduleRepository schedules,
      Recurring recurring,
      PlatformClock clock,
      int batches,
      EngineListener listener) {
    this.queues = queues;
    this.names = Set.copyOf(stages.keySet());
    this.schedules = schedules;
    this.mover = new ScheduleMover(schedules, queues);
    this.clock = clock;
    this.listener = listener;
    this.inFlight = new InFlight(batches);
    this.workers = new QueueWorkers(queues, stages, inFlight, this::failed);
    this.recurring = recurring;
    this.recurringWork = new RecurringWork(recurring, inFlight, this::failed);
    names.forEach(queues::recover);
  }

  private void failed(RuntimeException e) {
    failure.compareAndSet(null, e);
    listener.failed(e);
  }

  /**
   * Works until nothing is due any more, and a stopped clock has come where it is to go, with every
   * moment on the way at which something was due.
   *
   * @throws RuntimeException the first failure beside any message, such as of the store
   */
  public void runUntilQuiet() {
    uninterrupted(this::workOff);
    RuntimeException first = failure.getAndSet(null);
    if (first != null) {
      throw first;
    }
  }

  /** Works until it is stopped. */
  public void run() {
    uninterrupted(
        () -> {
          while (!stopped) {
            turn();
            inFlight.awaitEnd(inFlight.ended(), IDLE);
          }
        });
  }

  private void turn() throws InterruptedException {
    try {
      workOff();
    } catch (CeapException e) {
      if (e.category() != ErrorCategory.TRANSIENT) {
        throw e;
      }
      listener.failed(e);
    }
  }

  private void workOff() throws InterruptedException {
    while (!stopped) {
      long ended = inFlight.ended();
      boolean moved = mover.move(clock.instant());
      boolean began = workers.begin();
      if (!moved && !began && !beginRecurring(ended)) {
        if (!inFlight.quietSince(ended)) {
          inFlight.awaitEnd(ended, IDLE);
        } else if (!quietStep()) {
          return;
        }
      }
    }
  }

  /**
   * While time stands, what recurs comes after all that is due at the same moment, and sees it
   * done; else it does not wait for a pause that may never come.
   */
  private boolean beginRecurring(long ended) {
    boolean inTurn = clock.state() instanceof ClockState.OfSystem || inFlight.quietSince(ended);
    return inTurn && recurringWork.begin(clock.instant());
  }

  private boolean quietStep() {
    listener.quiet();
    return step();
  }

  /** Moves a clock that is being advanced to its next due moment; whether it moved. */
  private boolean step() {
    return switch (clock.refresh()) {
      case ClockState.Manual manual when manual.advancing() -> {
        listener.moved(clock.moveTo(next(manual)));
        yield true;
      }
      case ClockState.Manual _, ClockState.OfSystem _ -> false;
    };
  }

  private Instant next(ClockState.Manual manual) {
    return Stream.concat(moments(), recurring.nextAfter(manual.now()).stream())
        .filter(moment -> moment.isAfter(manual.now()) && moment.isBefore(manual.target()))
        .min(Instant::compareTo)
        .orElse(manual.target());
  }

  /** When something is due next; empty where nothing waits. */
  public Optional<Instant> nextMoment() {
    return moments().min(Instant::compareTo);
  }

  private Stream<Instant> moments() {
    return Stream.concat(Stream.of(schedules.nextDue()), names.stream().map(queues::nextVisible))
        .flatMap(Optional::stream);
  }

  /** Lets an idle engine look at once whether there is work. Called by any thread. */
  public void wake() {
    inFlight.wake();
  }

  /** Ends {@link #run} after what is in flight. Called by any thread. */
  public void stop() {
    stopped = true;
    inFlight.wake();
  }

  @Override
  public void close() {
    stop();
    recurringWork.close();
    workers.close();
  }

  /** Work that waits. */
  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  private static void uninterrupted(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(ErrorCode.RUN_FAILED, "interrupted while working off queues", e);
    }
  }
}
