package com.ceap.serving.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuredServingTest {
  private static final String ROUTE = "GET /v1/customers/{customerId}/candidates";

  private final List<Measurement> written = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-18T08:00:00Z");
  private final MeasuredServing metrics = new MeasuredServing(written::addAll, () -> now);

  private void request(int shown, int hits, int misses) {
    metrics.shown(shown);
    metrics.looked("products", hits, misses);
    metrics.answered(ROUTE, 200, Duration.ofMillis(4));
  }

  @Test
  void theFirstRequestIsWrittenWithAllThatItDid() {
    request(3, 1, 2);
    assertThat(written)
        .containsExactlyInAnyOrder(
            Metric.API_SHOWN.of(3),
            Metric.CACHE_HITS.of(1, "products"),
            Metric.CACHE_MISSES.of(2, "products"),
            Metric.API_REQUESTS.of(1, "GET:/v1/customers/{customerId}/candidates", "2xx"),
            Metric.API_TIME.of(4, "GET:/v1/customers/{customerId}/candidates"));
  }

  @Test
  void aFewRequestsAtOnceAreWrittenOneByOne() {
    for (int i = 0; i < FlushBudget.BURST; i++) {
      written.clear();
      request(3, 1, 2);
      assertThat(written).contains(Metric.API_SHOWN.of(3));
    }
  }

  @Test
  void beyondTheBurstWhatASecondsRequestsDidIsWrittenWithTheNextOneAfterIt() {
    for (int i = 0; i < FlushBudget.BURST; i++) {
      request(3, 1, 2);
    }
    written.clear();
    request(5, 4, 0);
    assertThat(written).isEmpty();
    now = now.plusSeconds(1);
    request(1, 1, 0);
    assertThat(written)
        .contains(
            Metric.API_SHOWN.of(6),
            Metric.CACHE_HITS.of(5, "products"),
            Metric.API_REQUESTS.of(2, "GET:/v1/customers/{customerId}/candidates", "2xx"))
        .filteredOn(one -> one.metric() == Metric.API_TIME)
        .hasSize(2);
  }

  @Test
  void aFailureIsWrittenAtOnceWithAllThatWaited() {
    for (int i = 0; i <= FlushBudget.BURST; i++) {
      request(1, 1, 0);
    }
    written.clear();
    metrics.answered(ROUTE, 503, Duration.ofMillis(4));
    assertThat(written)
        .contains(
            Metric.API_SHOWN.of(1),
            Metric.API_REQUESTS.of(1, "GET:/v1/customers/{customerId}/candidates", "5xx"));
  }

  /** An instance that is taken away at any moment has written all but a second's requests. */
  @Test
  void whateverComesNoMoreThanASecondsRequestsWaitAndABusyTimeWritesOnceASecond() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    Deque<Instant> waiting = new ArrayDeque<>();
    Instant start = now;
    int writes = 0;
    for (int i = 0; i < 20_000; i++) {
      now = now.plusMillis(random.nextInt(200) == 0 ? random.nextInt(60_000) : random.nextInt(40));
      written.clear();
      waiting.add(now);
      request(1, 0, 0);
      if (!written.isEmpty()) {
        waiting.clear();
        writes++;
      }
      assertThat(waiting)
          .as("seed %d, request %d", seed, i)
          .allMatch(at -> at.plusSeconds(1).isAfter(now));
    }
    assertThat(writes)
        .as("seed %d", seed)
        .isLessThanOrEqualTo(FlushBudget.BURST + (int) Duration.between(start, now).toSeconds());
  }
}
