package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @Test
  void everyTimeIsReadAsByTheFormatter() {
    long seed = 20261121;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 10_000; i++) {
      Instant time = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
      Instant millis = time.plusMillis(random.nextInt(1_000));
      Instant exact = time.plusNanos(random.nextInt(1_000_000_000));
      assertThat(EventTime.parse(time.toString())).as("seed " + seed).isEqualTo(time);
      assertThat(EventTime.parse(millis.toString())).as("seed " + seed).isEqualTo(millis);
      assertThat(EventTime.parse(exact.toString())).as("seed " + seed).isEqualTo(exact);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-32T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01 00:00:00Z",
        "2026-01-01T00:00:0OZ",
        "2026-01-01T00:00:00.12eZ",
        "2026-01-01T00:00:00.1234567890Z",
        "２026-01-01T00:00:00Z",
        ""
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> EventTime.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aLeapSecondAndTheEndOfADayAreTakenAsByTheFormatter() {
    assertThat(EventTime.parse("2016-12-31T23:59:60Z"))
        .isEqualTo(Instant.parse("2016-12-31T23:59:60Z"));
    assertThat(EventTime.parse("2026-01-01T24:00:00Z"))
        .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
  }

  @Test
  void aFractionMayHaveAnyNumberOfDigitsUpToNine() {
    String digits = "123456789";
    for (int i = 0; i <= digits.length(); i++) {
      String text = "2026-01-18T16:45:00." + digits.substring(0, i) + "Z";
      assertThat(EventTime.parse(text)).as(text).isEqualTo(Instant.parse(text));
    }
  }

  @Test
  void anOffsetIsTakenOff() {
    assertThat(EventTime.parse("2026-01-18T16:45:00+01:00"))
        .isEqualTo(Instant.parse("2026-01-18T15:45:00Z"));
  }
}
