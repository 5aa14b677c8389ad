package com.ceap.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatformClockTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final Instant STOPPED = Instant.parse("2026-03-01T10:00:00.123Z");

  @TempDir private Path folder;
  private final AtomicReference<Instant> system = new AtomicReference<>(START);

  @Test
  void aNewFolderGoesByTheSystemsTime() {
    PlatformClock clock = open();

    assertThat(clock.state()).isEqualTo(new ClockState.OfSystem());
    assertThat(clock.instant()).isEqualTo(START);
    system.set(START.plusSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    assertThat(clock.yesterday()).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(folder.resolve("clock.json")).doesNotExist();
  }

  @Test
  void aStoppedClockStandsInEveryProcessUntilItFollowsTheSystemAgain() {
    open().stop();
    system.set(START.plusSeconds(60));

    PlatformClock other = open();
    assertThat(other.instant()).isEqualTo(STOPPED);
    assertThat(other.stop()).isEqualTo(new ClockState.Manual(STOPPED, STOPPED));
    open().follow();
    assertThat(other.instant()).as("until it looks").isEqualTo(STOPPED);
    assertThat(other.refresh()).isEqualTo(new ClockState.OfSystem());
    assertThat(other.instant()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void advancingSetsTheTargetAndTheWorkMovesTheClockThere() {
    PlatformClock clock = stopped();
    Instant target = STOPPED.plus(Duration.ofHours(1));

    assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(target);
    assertThat(clock.instant()).isEqualTo(STOPPED);
    PlatformClock engine = open();
    assertThat(engine.moveTo(STOPPED.plusSeconds(5)))
        .isEqualTo(new ClockState.Manual(STOPPED.plusSeconds(5), target));
    assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(STOPPED.plus(Duration.ofHours(2)));
    assertThat(clock.instant()).isEqualTo(STOPPED.plusSeconds(5));
  }

  @Test
  void theClockMovesNeitherBackNorBeyondItsTarget() {
    PlatformClock clock = stopped();
    clock.advance(Duration.ofMinutes(1));

    clock.moveTo(STOPPED.plusSeconds(61));
    clock.moveTo(STOPPED.minusSeconds(1));

    assertThat(clock.instant()).isEqualTo(STOPPED);
  }

  @Test
  void aClockThatFollowsTheSystemIsNotMovedByWorkThatIsStillGoingOn() {
    PlatformClock clock = stopped();
    clock.advance(Duration.ofMinutes(1));
    open().follow();

    assertThat(clock.moveTo(STOPPED.plusSeconds(30))).isEqualTo(new ClockState.OfSystem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1H"})
  void itIsNotAdvancedByNothingOrBack(String duration) {
    invalid(
        () -> stopped().advance(Duration.parse(duration)),
        "a clock is only advanced, by a duration such as PT1H or P3D, not by " + duration);
  }

  @Test
  void itIsNotAdvancedToWhatHasPassed() {
    invalid(
        () -> stopped().advanceTo(STOPPED.minusSeconds(1)),
        "a clock is only advanced, and 2026-03-01T09:59:59.123Z is before where it is,"
            + " 2026-03-01T10:00:00.123Z");
  }

  @Test
  void itIsNotAdvancedBeyondTheYearsThatCanBeWritten() {
    invalid(
        () -> stopped().advance(Duration.ofSeconds(Long.MAX_VALUE)),
        "a clock ends at 9999-12-31T23:59:59Z");
    invalid(() -> stopped().advanceTo(Instant.MAX), "a clock ends at 9999-12-31T23:59:59Z");
  }

  @Test
  void theSystemsTimeCannotBeAdvanced() {
    invalid(
        () -> open().advance(Duration.ofHours(1)),
        "the clock goes by the system's time and cannot be advanced; `./ceap clock manual` stops"
            + " it");
  }

  @Test
  void aFileThatIsNoClockIsNamedWithWhatItShouldHold() throws IOException {
    Files.writeString(folder.resolve("clock.json"), "{\"mode\": \"lunar\"}");

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_INCOMPATIBLE))
        .hasMessageContaining("clock.json should hold {\"mode\": \"system\"}")
        .hasMessageContaining("delete it to go by the system's clock");
  }

  @Test
  void advancesOfSeveralAtOnceAddUp() throws Exception {
    stopped();
    List<Callable<Instant>> advances = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      advances.add(() -> open().advance(Duration.ofMinutes(1)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Instant> advance : threads.invokeAll(advances)) {
        advance.get();
      }
    }

    assertThat(open().state())
        .isEqualTo(new ClockState.Manual(STOPPED, STOPPED.plus(Duration.ofMinutes(40))));
  }

  private static void invalid(Runnable advance, String message) {
    assertThatThrownBy(advance::run)
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID))
        .hasMessage(message);
  }

  private PlatformClock stopped() {
    PlatformClock clock = open();
    clock.stop();
    return clock;
  }

  private PlatformClock open() {
    return PlatformClock.of(
        folder.resolve("clock.json"),
        system::get,
        duration -> LockSupport.parkNanos(duration.toNanos()));
  }
}
