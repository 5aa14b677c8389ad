package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.storage.RateLimit.Turn;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final MutableClock clock = new MutableClock();
  private final RateLimit rates = Stores.on(new MemoryTables(clock), clock).rates();

  @Test
  void oneMessageASecondIsOneASecond() {
    assertThat(rates.acquire("p", 1)).isEqualTo(new Turn.Now());
    assertThat(rates.acquire("p", 1)).isEqualTo(new Turn.Later(Duration.ofMillis(900)));
    assertThat(rates.acquire("q", 1)).isEqualTo(new Turn.Now());
    clock.advance(Duration.ofMillis(899));
    assertThat(rates.acquire("p", 1)).isInstanceOf(Turn.Later.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(rates.acquire("p", 1)).isEqualTo(new Turn.Now());
  }

  @Test
  void whoeverMustWaitIsToldToComeALittleLaterThanTheOneBefore() {
    while (rates.acquire("p", 10) instanceof Turn.Now) {
      // Takes what there is.
    }
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waits.add(((Turn.Later) rates.acquire("p", 10)).after());
    }
    assertThat(waits)
        .containsExactly(
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(400),
            Duration.ofMillis(500),
            Duration.ofMillis(600));
  }

  @Test
  void whoeverComesWhenToldSendsAtTheFullRate() {
    int sent = 0;
    List<Instant> turns = new ArrayList<>(List.of());
    for (int i = 0; i < 100; i++) {
      turns.add(clock.instant());
    }
    Instant start = clock.instant();
    while (!turns.isEmpty()) {
      turns.sort(null);
      Instant turn = turns.removeFirst();
      clock.advance(Duration.between(clock.instant(), turn));
      switch (rates.acquire("p", 20)) {
        case Turn.Now _ -> sent++;
        case Turn.Later(Duration after) -> turns.add(turn.plus(after));
      }
    }
    assertThat(sent).isEqualTo(100);
    assertThat(Duration.between(start, clock.instant())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void nobodyIsToldToWaitLongerThanAQuarterOfAnHour() {
    for (int i = 0; i < 2000; i++) {
      rates.acquire("p", 1);
    }
    assertThat(rates.acquire("p", 1)).isEqualTo(new Turn.Later(Duration.ofMinutes(15)));
  }

  @Test
  void noStretchOfTimeHasMoreThanTheRateAndATenthOfASecondsWorth() {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int rate = 1 + random.nextInt(200);
      String program = "p" + seed;
      List<Instant> sent = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        clock.advance(Duration.ofNanos(random.nextLong(40_000_000L / rate * 2 + 1)));
        if (random.nextInt(50) == 0) {
          clock.advance(Duration.ofMillis(random.nextInt(2000)));
        }
        if (rates.acquire(program, rate) instanceof Turn.Now) {
          sent.add(clock.instant());
        }
      }
      assertHeld(sent, rate, "seed " + seed);
    }
  }

  private static void assertHeld(List<Instant> sent, int rate, String what) {
    for (int from = 0; from < sent.size(); from++) {
      for (int to = from; to < sent.size(); to++) {
        double seconds = Duration.between(sent.get(from), sent.get(to)).toNanos() / 1e9;
        assertThat(to - from + 1).as(what).isLessThanOrEqualTo((int) (rate * (seconds + 0.1)) + 1);
      }
    }
  }
}
