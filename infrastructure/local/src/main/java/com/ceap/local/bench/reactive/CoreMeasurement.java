package com.ceap.local.bench.reactive;

import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.reactive.ReactiveReport;
import com.ceap.lambdas.reactive.ReactiveStage;
import com.ceap.local.bench.ProcessUse;
import com.ceap.local.bench.Spread;
import com.ceap.local.bench.load.Arrivals;
import com.ceap.local.bench.load.ClosedLoop;
import com.ceap.local.bench.load.Latencies;
import com.ceap.local.bench.load.OpenLoop;
import com.ceap.local.bench.load.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Measures a stage whose store takes no time: all that the platform itself does for an event, from
 * its JSON to the items of the transaction. On one thread.
 */
final class CoreMeasurement {
  private static final int SLICES = 10;
  private static final Duration WARM_UP_STEP = Duration.ofMillis(50);

  /** The least that a process can have used; its clock may tick by the hundredth of a second. */
  private static final double LEAST_CPU_SECONDS = 0.01;

  private final ReactiveStage stage;
  private final List<List<QueueMessage>> batches;
  private final Timer timer;

  /**
   * On these events, over and over.
   *
   * @param events how many different ones
   */
  CoreMeasurement(ReactiveStage stage, CartEvents carts, int events, Timer timer) {
    this.stage = stage;
    this.batches =
        IntStream.range(0, events)
            .mapToObj(i -> List.of(new QueueMessage("m-" + i, carts.body(i), 1)))
            .toList();
    this.timer = timer;
  }

  /**
   * Lets the compilers see what there is to do.
   *
   * @param events so many are enough
   * @param atMost after which it ends all the same
   */
  void warmUp(long events, Duration atMost) {
    ClosedLoop closed = new ClosedLoop(timer, 1);
    long end = timer.nanos() + atMost.toNanos();
    while (stage.report().events() < events && timer.nanos() < end) {
      var _ = closed.run(WARM_UP_STEP, this::decide);
    }
  }

  /** Measures the throughput in slices, then the latency at a rate; for so long each. */
  CoreFigures measure(Duration time, double rate) {
    double cpuBefore = ProcessUse.cpuSeconds();
    long before = stage.report().events();
    ClosedLoop closed = new ClosedLoop(timer, 1);
    double[] slices =
        DoubleStream.generate(() -> closed.run(time.dividedBy(SLICES), this::decide))
            .limit(SLICES)
            .toArray();
    double cpu = Math.max(LEAST_CPU_SECONDS, ProcessUse.cpuSeconds() - cpuBefore);
    double perCpuSecond = (stage.report().events() - before) / cpu;
    OpenLoop open = new OpenLoop(timer, 1);
    Latencies floor =
        Latencies.of(open.run(Arrivals.lasting(time.dividedBy(SLICES), rate), index -> {}));
    Latencies decision = Latencies.of(open.run(Arrivals.lasting(time, rate), this::decide));
    return figures(Spread.of(DoubleStream.of(slices)), perCpuSecond, rate, floor, decision);
  }

  private void decide(long index) {
    var _ = stage.handle(batches.get((int) (index % batches.size())));
  }

  private CoreFigures figures(
      Spread perSecond, double perCpuSecond, double rate, Latencies floor, Latencies decision) {
    ReactiveReport report = stage.report();
    Accounts.requireDecided(report);
    double stored = (double) report.stored() / report.events();
    return new CoreFigures(report.events(), stored, perSecond, perCpuSecond, rate, floor, decision);
  }
}
