package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietHoursTest {
  private static final QuietHours NIGHT = hours("21:00", "08:00");

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T19:59:59Z, 2026-11-21T19:59:59Z",
    "2026-11-21T20:00:00Z, 2026-11-22T07:00:00Z",
    "2026-11-21T23:30:00Z, 2026-11-22T07:00:00Z",
    "2026-11-22T06:59:59Z, 2026-11-22T07:00:00Z",
    "2026-11-22T07:00:00Z, 2026-11-22T07:00:00Z",
    // The clocks go back an hour on 2026-10-25 and forward on 2027-03-28.
    "2026-10-24T22:00:00Z, 2026-10-25T07:00:00Z",
    "2027-03-27T22:00:00Z, 2027-03-28T06:00:00Z"
  })
  void aMessageOfTheNightWaitsForTheMorning(Instant now, Instant next) {
    assertThat(NIGHT.next(now, ZoneId.of("Europe/Berlin"))).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:30:00Z, 2026-11-21T14:00:00Z",
    "2026-11-21T11:59:00Z, 2026-11-21T11:59:00Z",
    "2026-11-21T14:00:00Z, 2026-11-21T14:00:00Z"
  })
  void quietHoursWithinADay(Instant now, Instant next) {
    assertThat(hours("12:00", "14:00").next(now, ZoneId.of("UTC"))).isEqualTo(next);
  }

  @Test
  void hoursThatEndWhereTheyBeginAreNamed() {
    assertThatThrownBy(() -> hours("08:00", "08:00"))
        .hasMessage(
            "quiet hours from 08:00 to 08:00 would be none or all; give two different times");
  }

  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }
}
