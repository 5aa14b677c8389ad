package com.ceap.local.bench.reactive;

import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.reactive.ReactiveStage;
import com.ceap.local.bench.Spread;
import com.ceap.local.bench.calls.StoreCall;
import com.ceap.local.bench.load.Arrivals;
import com.ceap.local.bench.load.Crew;
import com.ceap.local.bench.load.Latencies;
import com.ceap.local.bench.load.OpenLoop;
import com.ceap.local.bench.load.Request;
import com.ceap.local.bench.load.Timer;
import com.ceap.storage.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures a stage on a store beside the calls that it makes, which are made again on another store
 * of the same kind and contents. The two take turns, so that what disturbs the machine disturbs
 * both.
 */
final class StorageMeasurement {
  /** As many batches as {@code ceap up} works on at a time. */
  private static final int WORKERS = 8;

  private static final int ROUNDS = 10;
  private static final int MOST_OF_A_ROUND = 2_000;

  private final CartEvents carts;
  private final EventCalls calls;
  private final ReactiveStage stage;
  private final Tables bare;
  private final Timer timer;
  private int nextEvent;

  /**
   * On two stores that hold the shop.
   *
   * @param decided where the stage works
   * @param bare where its calls are made again
   */
  StorageMeasurement(
      CartEvents carts,
      EventCalls calls,
      CartStages stages,
      Tables decided,
      Tables bare,
      Timer timer) {
    this.carts = carts;
    this.calls = calls;
    this.stage = stages.on(decided);
    this.bare = bare;
    this.timer = timer;
  }

  /**
   * Decides so many events, after a quarter as many that are not counted, then measures the latency
   * for so long.
   */
  StorageFigures measure(int events, Duration time) {
    int size = Math.clamp(events / ROUNDS, 1, MOST_OF_A_ROUND);
    int rounds = Math.max(1, events / size);
    List<Double> ours = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    for (int i = -Math.max(1, rounds / 4); i < rounds; i++) {
      Round round = round(size, i % 2 == 0);
      if (i >= 0) {
        ours.add(round.ours());
        floor.add(round.floor());
      }
    }
    Spread perSecond = spread(ours);
    double rate = perSecond.median() / 2;
    Latencies decision = latencies(Arrivals.lasting(time, rate));
    Accounts.requireDecided(stage.report());
    calls.check();
    return new StorageFigures(
        (long) rounds * size,
        WORKERS,
        perSecond,
        spread(floor),
        calls.mostOfStored(),
        calls.mostOfRejected(),
        rate,
        decision);
  }

  private static Spread spread(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(Double::doubleValue));
  }

  /** Events a second. */
  private record Round(double ours, double floor) {}

  private Round round(int size, boolean oursFirst) {
    List<List<QueueMessage>> events = events(size);
    List<List<StoreCall>> made = events.stream().map(calls::of).toList();
    Request decide = index -> decide(events, index);
    Request repeat = index -> made.get((int) index).forEach(call -> call.on(bare));
    if (oursFirst) {
      double ours = perSecond(size, decide);
      return new Round(ours, perSecond(size, repeat));
    }
    double floor = perSecond(size, repeat);
    return new Round(perSecond(size, decide), floor);
  }

  private List<List<QueueMessage>> events(int count) {
    int from = nextEvent;
    nextEvent += count;
    return IntStream.range(from, nextEvent)
        .mapToObj(i -> List.of(new QueueMessage("m-" + i, carts.body(i), 1)))
        .toList();
  }

  private void decide(List<List<QueueMessage>> events, long index) {
    var _ = stage.handle(events.get((int) index));
  }

  private double perSecond(int count, Request request) {
    long start = timer.nanos();
    Crew.share(WORKERS, count, request);
    return count * 1e9 / (timer.nanos() - start);
  }

  private Latencies latencies(Arrivals arrivals) {
    List<List<QueueMessage>> events = events((int) arrivals.count());
    OpenLoop open = new OpenLoop(timer, WORKERS);
    return Latencies.of(open.run(arrivals, index -> decide(events, index)));
  }
}
