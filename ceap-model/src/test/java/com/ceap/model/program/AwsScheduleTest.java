package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsScheduleTest {
  // Most are the examples of EventBridge's user guide.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 2 * * ? *)",
        "cron(15 12 * * ? *)",
        "cron(0 18 ? * MON-FRI *)",
        "cron(0 8 1 * ? *)",
        "cron(0/10 * ? * MON-FRI *)",
        "cron(0/5 8-17 ? * MON-FRI *)",
        "cron(0 9 ? * 2#1 *)",
        "cron(0 9 ? * 6L *)",
        "cron(0 9 L * ? *)",
        "cron(0 9 3W * ? *)",
        "cron(0 9 ? JAN,MAR 1,7 2026-2030)",
        "cron(30 0 1 1/3 ? 2199)",
        "cron( 0 2 * * ? * )",
        "rate(1 minute)",
        "rate(5 minutes)",
        "rate(1 hour)",
        "rate(7 days)"
      })
  void whatEventBridgeTakesIsTaken(String expression) {
    assertThatCode(() -> AwsSchedule.check(expression)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(60 2 * * ? *)",
        "cron(0 2 32 * ? *)",
        "cron(0 2 * 13 ? *)",
        "cron(0 2 ? * 0 *)",
        "cron(0 2 ? * 8 *)",
        "cron(0 2 * * ? 1969)",
        "cron(0 2 * * ? 2200)",
        "cron(? 2 * * ? *)",
        "cron(0 2 * ? ? *)",
        "cron(0 2 ? * MOON *)",
        "cron()",
        "CRON(0 2 * * ? *)",
        "rate(5 minute)",
        "rate(1 week)",
        "rate(-1 days)",
        "rate(5  minutes)",
        ""
      })
  void whatEventBridgeRefusesIsRefusedWithWhatWouldBeRight(String expression) {
    assertThatCode(() -> AwsSchedule.check(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("; ")
        .hasMessageMatching("(?s).*(such as|write) .*");
  }

  @Test
  void noTextThrowsAnythingElse() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    String alphabet = "0123456789*?/-,#LW MONFRI";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder fields = new StringBuilder();
      for (int field = 0; field < 6; field++) {
        fields.append(field == 0 ? "" : " ");
        int length = random.nextInt(1, 5);
        for (int i = 0; i < length; i++) {
          fields.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
      }
      String expression = "cron(" + fields + ")";
      try {
        AwsSchedule.check(expression);
      } catch (IllegalArgumentException refused) {
        // refusing is an answer
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + expression, e);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(59 23 * * ? *) | 2026-03-01T23:58:59Z | 2026-03-01T23:59:00Z",
        "cron(59 23 * * ? *) | 2026-03-01T23:59:00Z | 2026-03-02T23:59:00Z",
        "cron(0 1 ? * SUN *) | 2026-03-01T01:00:00Z | 2026-03-08T01:00:00Z",
        "cron(0 * * * ? *)   | 2026-02-28T23:30:00Z | 2026-03-01T00:00:00Z",
        "cron(0 9 L * ? *)   | 2026-02-01T00:00:00Z | 2026-02-28T09:00:00Z",
        "rate(5 minutes)     | 2026-03-01T10:05:00Z | 2026-03-01T10:10:00Z",
        "rate(1 day)         | 2026-03-01T10:05:00Z | 2026-03-02T00:00:00Z"
      })
  void theNextMomentIsAfterAnother(String expression, Instant after, Instant next) {
    AwsSchedule schedule = AwsSchedule.parse(expression);

    assertThat(schedule.next(after)).contains(next);
    assertThat(schedule.last(next)).contains(next);
    assertThat(schedule.last(next.minusNanos(1)).orElseThrow()).isBeforeOrEqualTo(after);
  }

  @Test
  void anExpressionWhoseYearsAreOverHasNoNextMoment() {
    assertThat(
            AwsSchedule.parse("cron(0 2 1 1 ? 2020)").next(Instant.parse("2026-01-01T00:00:00Z")))
        .isEmpty();
    assertThat(
            AwsSchedule.parse("cron(0 2 1 1 ? 2040)").last(Instant.parse("2026-01-01T00:00:00Z")))
        .isEmpty();
  }
}
