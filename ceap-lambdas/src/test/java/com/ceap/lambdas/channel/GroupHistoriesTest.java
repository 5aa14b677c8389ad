package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * At most once for messages that are reserved, handed over and recorded many at a time: random
 * histories, each of which its seed brings back. {@code -Dceap.group.histories=100000} runs so many
 * of them, {@code -Dceap.group.history=SEED} one.
 */
final class GroupHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("ceap.group.histories", 1_500);
  private static final long ONE = Long.getLong("ceap.group.history", -1);

  @Test
  void noGroupBreaksALaw() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      executor.submit(GroupHistoriesTest::live).get();
    }
  }

  private static void live() {
    int handedOver = 0;
    int unknown = 0;
    int suppressed = 0;
    for (long seed = Math.max(0, ONE); seed < (ONE < 0 ? HISTORIES : ONE + 1); seed++) {
      GroupHistory history = new GroupHistory(seed);
      history.run();
      handedOver += history.handedOver();
      unknown += history.unknown();
      suppressed += history.suppressed();
    }
    assertThat(handedOver).as("something was handed over").isPositive();
    if (ONE < 0) {
      assertThat(unknown).as("something was interrupted").isPositive();
      assertThat(suppressed).as("something was turned away").isPositive();
    }
  }
}
