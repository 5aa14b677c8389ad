package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * At most once, whatever happens: random histories, each of which its seed brings back. {@code
 * -Dceap.histories=1000000} runs a million of them, {@code -Dceap.history=SEED} one.
 */
final class DeliveryHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("ceap.histories", 10_000);
  private static final long ONE = Long.getLong("ceap.history", -1);

  /** What all histories have come to, so that none of the ends is missed by all of them. */
  private final Map<String, Long> ends = new TreeMap<>();

  @Test
  void noHistoryBreaksALaw() throws Exception {
    // On a virtual thread like its workers, which makes changing places cheap.
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      executor.submit(this::live).get();
    }
    if (ONE < 0) {
      assertThat(ends.keySet()).containsAll(expectedEnds());
    }
  }

  private static List<String> expectedEnds() {
    List<String> expected =
        new ArrayList<>(
            List.of("sent", "failed", "unknown", "shadowed", "deferred", "known", "swept"));
    // Customers stay who they are here, what failed is recorded with its unit, and the others are
    // reasons of campaigns.
    EnumSet.complementOf(
            EnumSet.of(
                SuppressReason.CUSTOMER_UNKNOWN,
                SuppressReason.CUSTOMER_INACTIVE,
                SuppressReason.FAILED_BEFORE,
                SuppressReason.PURCHASED,
                SuppressReason.DISMISSED,
                SuppressReason.CONSUMED,
                SuppressReason.PRODUCT_GONE))
        .forEach(reason -> expected.add(reason.name()));
    EnumSet.complementOf(EnumSet.of(Waiting.QUIET_HOURS)).forEach(why -> expected.add(why.name()));
    return expected;
  }

  private void live() {
    long from = ONE < 0 ? 0 : ONE;
    long to = ONE < 0 ? HISTORIES : ONE + 1;
    for (long seed = from; seed < to; seed++) {
      History history = new History(seed);
      history.run();
      add(history.report());
      add("swept", history.swept());
    }
  }

  private void add(Deliveries report) {
    add("sent", report.sent());
    add("failed", report.failed());
    add("unknown", report.unknown());
    add("shadowed", report.shadowed());
    add("deferred", report.deferred());
    add("known", report.known());
    report.suppressed().forEach(this::add);
    report.later().forEach((why, count) -> add(why.name(), count));
    report.failures().forEach((code, count) -> add(code.name(), count));
    report.dead().forEach((code, count) -> add("dead " + code, count));
  }

  private void add(String end, long count) {
    if (count > 0) {
      ends.merge(end, count, Long::sum);
    }
  }
}
