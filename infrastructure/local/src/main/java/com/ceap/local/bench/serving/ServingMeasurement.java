package com.ceap.local.bench.serving;

import com.ceap.local.bench.Spread;
import com.ceap.local.bench.load.Arrivals;
import com.ceap.local.bench.load.ClosedLoop;
import com.ceap.local.bench.load.Latencies;
import com.ceap.local.bench.load.OpenLoop;
import com.ceap.local.bench.load.Request;
import com.ceap.local.bench.load.Timer;
import java.time.Duration;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/** Measures a request beside the bare query behind it; the two take turns. */
final class ServingMeasurement {
  private static final int TURNS = 5;

  /** Lets compilers and caches see what there is to do. */
  private static final long WARM_UPS = 100_000;

  private final HomeScreen screen;
  private final Timer timer;
  private final int workers;

  ServingMeasurement(HomeScreen screen, Timer timer, int workers) {
    this.screen = screen;
    this.timer = timer;
    this.workers = workers;
  }

  /** Warms up until that is enough, or so much time has passed. */
  void warmUp(Duration atMost) {
    ClosedLoop loop = new ClosedLoop(timer, workers);
    Duration turn = atMost.dividedBy(40);
    long end = timer.nanos() + atMost.toNanos();
    double done = 0;
    while (done < WARM_UPS && timer.nanos() < end) {
      double rate = loop.run(turn, screen.viaApi());
      done += rate * turn.toNanos() / 1e9;
      var _ = loop.run(turn, screen.bareQuery());
      open(Arrivals.lasting(turn, rate / 2));
    }
  }

  /** The compilers look anew at what is called from another loop. */
  private void open(Arrivals arrivals) {
    OpenLoop loop = new OpenLoop(timer, workers);
    var _ = loop.run(arrivals, screen.viaApi());
    var _ = loop.run(arrivals, screen.bareQuery());
  }

  /** Measures each figure for so long. */
  ServingFigures measure(String store, long candidates, Duration time) {
    Duration turn = time.dividedBy(TURNS);
    Saturation saturation = saturation(turn);
    double rate = saturation.api().median() / 2;
    Arrivals arrivals = Arrivals.lasting(turn, rate);
    Histogram api = new Histogram(OpenLoop.DIGITS);
    Histogram bare = new Histogram(OpenLoop.DIGITS);
    OpenLoop open = new OpenLoop(timer, workers);
    Latencies floor = Latencies.of(open.run(arrivals, index -> {}));
    for (int i = 0; i < TURNS; i++) {
      long first = i * arrivals.count();
      api.add(open.run(arrivals, from(first, screen.viaApi())));
      bare.add(open.run(arrivals, from(first, screen.bareQuery())));
    }
    return new ServingFigures(
        store,
        candidates,
        workers,
        saturation.api(),
        saturation.bare(),
        rate,
        Latencies.of(api),
        Latencies.of(bare),
        floor,
        Allocations.of(screen.viaApi()),
        Allocations.of(screen.bareQuery()),
        screen.calls());
  }

  private static Request from(long first, Request request) {
    return index -> request.make(first + index);
  }

  private record Saturation(Spread api, Spread bare) {}

  private Saturation saturation(Duration turn) {
    ClosedLoop loop = new ClosedLoop(timer, workers);
    double[] api = new double[TURNS];
    double[] bare = new double[TURNS];
    for (int i = 0; i < TURNS; i++) {
      api[i] = loop.run(turn, screen.viaApi());
      bare[i] = loop.run(turn, screen.bareQuery());
    }
    return new Saturation(Spread.of(DoubleStream.of(api)), Spread.of(DoubleStream.of(bare)));
  }
}
