package com.ceap.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private static final long MILLI = 1_000_000;

  private final SteppedTimer timer = new SteppedTimer();

  @Test
  void arrivalsAreEquallyFarApart() {
    Arrivals arrivals = Arrivals.lasting(Duration.ofSeconds(10), 5_000);
    assertThat(arrivals.count()).isEqualTo(50_000);
    assertThat(arrivals.nanosOf(0)).isZero();
    assertThat(arrivals.nanosOf(1)).isEqualTo(200_000);
    assertThat(arrivals.nanosOf(49_999)).isEqualTo(9_999_800_000L);
  }

  @Test
  void theRoundingOfOneArrivalDoesNotShiftThoseAfterIt() {
    assertThat(new Arrivals(3, 4).nanosOf(3_000_000)).isEqualTo(1_000_000_000_000_000L);
  }

  @Test
  void ofShortTimesOneRequestIsLeft() {
    assertThat(Arrivals.lasting(Duration.ofMillis(1), 10).count()).isEqualTo(1);
  }

  @Test
  void arrivalsWithoutARateAreRefused() {
    assertThatThrownBy(() -> new Arrivals(0, 1))
        .hasMessage(
            "arrivals need a rate above 0 and at least one request, not 0.0 a second and 1");
  }

  @Test
  void aRequestThatIsQuickTakesAsLongAsItTakes() {
    Histogram latencies =
        new OpenLoop(timer, 1).run(new Arrivals(100, 5), index -> timer.work(3 * MILLI));
    assertThat(latencies.getTotalCount()).isEqualTo(5);
    assertThat(latencies.getMinValue()).isBetween(2_990_000L, 3_010_000L);
    assertThat(latencies.getMaxValue()).isBetween(2_990_000L, 3_010_000L);
  }

  /**
   * What a closed loop would not see: the stall of one request is felt by all that arrive in it.
   */
  @Test
  void aStallIsChargedToThoseThatArrivedMeanwhile() {
    List<Long> ends = new ArrayList<>();
    Histogram latencies =
        new OpenLoop(timer, 1)
            .run(
                new Arrivals(100, 5),
                index -> {
                  timer.work(index == 0 ? 35 * MILLI : MILLI);
                  ends.add(timer.nanos());
                });
    // Begun at 0, 10, 20, 30 and 40 ms; ended at 35, 36, 37, 38 and 41 ms.
    assertThat(ends).hasSize(5);
    assertThat(
            LongStream.of(1, 8, 17, 26, 35)
                .map(millis -> latencies.getCountBetweenValues(near(millis), near(millis))))
        .containsOnly(1L);
  }

  private static long near(long millis) {
    return millis * MILLI;
  }

  @Test
  void everyRequestIsMadeOnceByHoweverManyWorkers() {
    Set<Long> made = ConcurrentHashMap.newKeySet();
    Histogram latencies =
        new OpenLoop(MachineTimer.PARKING, 4).run(new Arrivals(1e6, 1_000), made::add);
    assertThat(latencies.getTotalCount()).isEqualTo(1_000);
    assertThat(made).hasSize(1_000);
  }

  @Test
  void aClosedLoopCountsWhatEnded() {
    double perSecond =
        new ClosedLoop(timer, 1).run(Duration.ofSeconds(1), index -> timer.work(4 * MILLI));
    assertThat(perSecond).isEqualTo(250);
  }

  @Test
  void sharedWorkIsDoneOnce() {
    Set<Long> made = ConcurrentHashMap.newKeySet();
    Crew.share(3, 100, made::add);
    assertThat(made).hasSize(100);
  }

  @Test
  void aWorkersFailureEndsTheMeasurement() {
    IllegalArgumentException cause = new IllegalArgumentException("no such event");
    assertThatThrownBy(
            () ->
                Crew.share(
                    2,
                    10,
                    index -> {
                      throw cause;
                    }))
        .hasMessage("a worker of the benchmark failed")
        .hasCause(cause);
  }

  @Test
  void latenciesAreInMicroseconds() {
    Histogram histogram = new Histogram(3);
    LongStream.rangeClosed(1, 1_000).forEach(i -> histogram.recordValue(i * 1_000));
    Latencies latencies = Latencies.of(histogram);
    assertThat(latencies.requests()).isEqualTo(1_000);
    assertThat(latencies.p50()).isBetween(499.0, 501.0);
    assertThat(latencies.p99()).isBetween(989.0, 991.0);
    assertThat(latencies.p999()).isBetween(998.0, 1_000.0);
    assertThat(latencies.max()).isBetween(999.0, 1_001.0);
  }

  @Test
  void aWarmJvmHasEveryCompilerAndItsOwnHeap() {
    List<String> own =
        List.of(
            "-Xms700m",
            "-Xmx700m",
            "-Xmn420m",
            "-XX:+UseParallelGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=ceap.jsa",
            "-Dceap.home=/ceap");
    assertThat(WarmJvm.options(own, "1g"))
        .containsExactly("-XX:+UseParallelGC", "-Dceap.home=/ceap", "-Xms1g", "-Xmx1g");
  }
}
