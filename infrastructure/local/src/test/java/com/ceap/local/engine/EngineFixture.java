package com.ceap.local.engine;

import com.ceap.lambdas.queue.QueueStage;
import com.ceap.local.clock.PlatformClock;
import com.ceap.local.queue.DeadLetters;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.QueuePolicy;
import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.Subject;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A store with queues and schedules on a clock that stands at {@link #START}. */
final class EngineFixture implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  final PlatformClock clock;
  final SqliteTables tables;
  final Stores stores;
  final DurableQueues queues;
  final DeadLetters letters;

  EngineFixture(Path folder) {
    clock = openClock(folder);
    clock.stop();
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    stores = Stores.on(tables, clock);
    queues = new DurableQueues(tables, clock, QueuePolicy.DEFAULT);
    letters = new DeadLetters(tables);
  }

  static PlatformClock openClock(Path folder) {
    return PlatformClock.of(
        folder.resolve("clock.json"),
        () -> START,
        duration -> LockSupport.parkNanos(duration.toNanos()));
  }

  Engine engine(Map<String, QueueStage> stages) {
    return engine(stages, EngineListener.SILENT);
  }

  Engine engine(Map<String, QueueStage> stages, EngineListener listener) {
    return new Engine(queues, stages, stores.schedules(), Recurring.NOTHING, clock, 4, listener);
  }

  void schedule(String customer, int touch, String channelType, Instant at) {
    CandidateKey key = new CandidateKey(customer, "carts", "UK", new Subject("cart", "K1"));
    stores.schedules().schedule(new DueTouch(key, touch, START, "v1", 0), channelType, at);
  }

  @Override
  public void close() {
    tables.close();
  }
}
