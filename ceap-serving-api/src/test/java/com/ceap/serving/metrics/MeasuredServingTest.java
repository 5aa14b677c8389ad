package com.ceap.serving.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  void whatASecondsRequestsDidIsWrittenWithTheNextOneAfterIt() {
    request(3, 1, 2);
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
}
