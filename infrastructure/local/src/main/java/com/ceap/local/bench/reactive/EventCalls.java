package com.ceap.local.bench.reactive;

import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.reactive.ReactiveStage;
import com.ceap.local.bench.calls.NotedTables;
import com.ceap.local.bench.calls.StoreCall;
import java.util.List;

/** Finds the calls that events come to, and how many they are at most. For one thread. */
final class EventCalls {
  private final NotedTables noted;
  private final ReactiveStage stage;
  private int mostOfStored;
  private int mostOfRejected;

  EventCalls(ReadyTables tables, CartStages stages) {
    this.noted = new NotedTables(tables);
    this.stage = stages.on(noted);
  }

  /** The calls for an event that no other was decided before. */
  List<StoreCall> of(List<QueueMessage> event) {
    var _ = noted.take();
    long storedBefore = stage.report().stored();
    var _ = stage.handle(event);
    List<StoreCall> calls = noted.take();
    if (stage.report().stored() > storedBefore) {
      mostOfStored = Math.max(mostOfStored, calls.size());
    } else {
      mostOfRejected = Math.max(mostOfRejected, calls.size());
    }
    return calls;
  }

  int mostOfStored() {
    return mostOfStored;
  }

  int mostOfRejected() {
    return mostOfRejected;
  }

  /** Requires that every event was decided. */
  void check() {
    Accounts.requireDecided(stage.report());
  }
}
