package com.ceap.lambdas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.journey.SendTime.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTimeTest {
  @ParameterizedTest
  @CsvSource({
    // Before, at and after ten in the morning.
    "10:00, Europe/Berlin, 2026-01-18T03:35:00Z, 2026-01-18T09:00:00Z, 2026-01-18",
    "10:00, Europe/Berlin, 2026-01-18T09:00:00Z, 2026-01-18T09:00:00Z, 2026-01-18",
    "10:00, Europe/Berlin, 2026-01-18T09:00:01Z, 2026-01-19T09:00:00Z, 2026-01-19",
    "10:00, Australia/Sydney, 2026-01-18T03:35:00Z, 2026-01-18T23:00:00Z, 2026-01-19",
    "10:00, America/New_York, 2026-01-18T03:35:00Z, 2026-01-18T15:00:00Z, 2026-01-18",
    // The clocks are put forward at two o'clock: half past two comes at half past three.
    "02:30, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z, 2026-03-29",
    "10:00, Europe/Berlin, 2026-03-28T10:00:00Z, 2026-03-29T08:00:00Z, 2026-03-29",
    // They are put back at three: half past two comes twice, and the first time counts.
    "02:30, Europe/Berlin, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z, 2026-10-25",
    "02:30, Europe/Berlin, 2026-10-25T01:00:00Z, 2026-10-26T01:30:00Z, 2026-10-26",
    "10:00, Europe/Berlin, 2026-10-24T10:00:00Z, 2026-10-25T09:00:00Z, 2026-10-25",
  })
  void theNextMomentIsOfTheCustomersOwnClock(
      LocalTime time, ZoneId zone, Instant from, Instant at, LocalDate day) {
    assertThat(
            new SendTime(Optional.of(time), Optional.of(zone)).next(from, Optional.empty(), "US"))
        .isEqualTo(new Moment(at, day));
  }

  @Test
  void withoutAZoneOfItsOwnTheMarketplacesCounts() {
    SendTime ten = new SendTime(Optional.of(LocalTime.of(10, 0)), Optional.empty());
    assertThat(ten.next(Instant.parse("2026-01-18T03:35:00Z"), Optional.empty(), "JP"))
        .isEqualTo(
            new Moment(Instant.parse("2026-01-19T01:00:00Z"), LocalDate.parse("2026-01-19")));
  }

  @Test
  void whereverAndWheneverItIsExactlyOneMomentComesEachDay() {
    long seed = 20260118;
    SplittableRandom random = new SplittableRandom(seed);
    List<String> zones = new ArrayList<>(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    for (int i = 0; i < 5_000; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
      Instant from = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
      SendTime when = new SendTime(Optional.of(time), Optional.of(zone));
      Moment first = when.next(from, Optional.empty(), "US");
      String what = "seed %d: %s in %s from %s".formatted(seed, time, zone, from);
      assertThat(first.at()).as(what).isAfterOrEqualTo(from);
      assertThat(ZonedDateTime.of(first.day(), time, zone).toInstant())
          .as(what)
          .isEqualTo(first.at());
      assertThat(when.next(first.at(), Optional.empty(), "US")).as(what).isEqualTo(first);
      assertThat(when.next(first.at().plusMillis(1), Optional.empty(), "US").day())
          .as(what)
          .isEqualTo(first.day().plusDays(1));
    }
  }
}
