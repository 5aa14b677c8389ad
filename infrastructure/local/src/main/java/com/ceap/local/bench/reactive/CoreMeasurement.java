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
import com.ceap.local.bench.load.Request;
import com.ceap.local.bench.load.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Measures the decision by itself, and the stage around it on a store that takes no time: all that
 * the platform itself does for an event, from its JSON to the items of the transaction. On one
 * thread.
 */
final class CoreMeasurement {
  private static final int SLICES = 10;
  private static final Duration WARM_UP_STEP = Duration.ofMillis(50);

  /** The least that a process can have used; its clock may tick by the hundredth of a second. */
  private static final double LEAST_CPU_SECONDS = 0.01;

  private final CoreDecisions decisions;
  private final ReactiveStage stage;
  private final List<List<QueueMessage>> batches;
  private final Timer timer;

  /** On these events, over and over. */
  CoreMeasurement(CoreDecisions decisions, ReactiveStage stage, List<String> bodies, Timer timer) {
    this.decisions = decisions;
    this.stage = stage;
    this.batches =
        IntStream.range(0, bodies.size())
            .mapToObj(i -> List.of(new QueueMessage("m-" + i, bodies.get(i), 1)))
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
      var _ = closed.run(WARM_UP_STEP, this::onStage);
      var _ = closed.run(WARM_UP_STEP, decisions::decide);
    }
  }

  /** Measures the throughput in slices, then the latency at a rate; for so long each. */
  CoreFigures measure(Duration time, double rate) {
    Throughput decision = throughput(time, decisions::decide);
    Throughput whole = throughput(time, this::onStage);
    OpenLoop open = new OpenLoop(timer, 1);
    Latencies floor =
        Latencies.of(open.run(Arrivals.lasting(time.dividedBy(SLICES), rate), index -> {}));
    Arrivals arrivals = Arrivals.lasting(time, rate);
    Latencies decided = Latencies.of(open.run(arrivals, decisions::decide));
    Latencies staged = Latencies.of(open.run(arrivals, this::onStage));
    ReactiveReport report = stage.report();
    Accounts.requireDecided(report);
    Accounts.requireCandidates(decisions.candidates());
    double stored = (double) report.stored() / report.events();
    return new CoreFigures(report.events(), stored, decision, whole, rate, floor, decided, staged);
  }

  private Throughput throughput(Duration time, Request work) {
    Duration slice = time.dividedBy(SLICES);
    double cpuBefore = ProcessUse.cpuSeconds();
    long start = timer.nanos();
    ClosedLoop closed = new ClosedLoop(timer, 1);
    double[] slices = DoubleStream.generate(() -> closed.run(slice, work)).limit(SLICES).toArray();
    double seconds = (timer.nanos() - start) / 1e9;
    double cpu = Math.max(LEAST_CPU_SECONDS, ProcessUse.cpuSeconds() - cpuBefore);
    double mean = DoubleStream.of(slices).average().orElseThrow();
    return new Throughput(Spread.of(DoubleStream.of(slices)), mean * seconds / cpu);
  }

  private void onStage(long index) {
    var _ = stage.handle(batches.get((int) (index % batches.size())));
  }
}
