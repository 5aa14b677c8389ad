package com.ceap.local.clock;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * The time of a data folder, by which everything in it goes: lives of items, windows of caps,
 * schedules, delays. It is the system's, or stands still and is advanced by hand, in which case
 * other processes see it move after {@link #refresh}. Thread-safe.
 */
public final class PlatformClock implements InstantSource {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final ClockFile file;
  private final InstantSource system;
  private volatile ClockState state;

  private PlatformClock(ClockFile file, InstantSource system) {
    this.file = file;
    this.system = system;
    this.state = file.read();
  }

  /**
   * The clock of a data folder.
   *
   * @param file where its state is kept; need not exist
   * @throws CeapException STORE_INCOMPATIBLE where the file holds something else
   */
  public static PlatformClock of(Path file, InstantSource system, Pause pause) {
    return new PlatformClock(new ClockFile(file, pause), system);
  }

  @Override
  public Instant instant() {
    return instant(state);
  }

  private Instant instant(ClockState of) {
    return switch (of) {
      case ClockState.OfSystem _ -> system.instant();
      case ClockState.Manual(Instant now, _) -> now;
    };
  }

  /** The day before today, UTC: the business date of a run that names none. */
  public LocalDate yesterday() {
    return LocalDate.ofInstant(instant(), ZoneOffset.UTC).minusDays(1);
  }

  public ClockState state() {
    return state;
  }

  /** Takes over what other processes have done to the clock. */
  public synchronized ClockState refresh() {
    state = file.read();
    return state;
  }

  /** Stops the clock at its present time; one that stands already stays as it is. */
  public ClockState stop() {
    return change(
        was ->
            switch (was) {
              case ClockState.OfSystem _ -> {
                Instant now = system.instant().truncatedTo(ChronoUnit.MILLIS);
                yield new ClockState.Manual(now, now);
              }
              case ClockState.Manual manual -> manual;
            });
  }

  /** Goes by the system's time again, even where that is earlier. */
  public ClockState follow() {
    return change(_ -> new ClockState.OfSystem());
  }

  /**
   * Asks for a clock that stands to be advanced, from where it is being advanced to already.
   *
   * @return where it goes to
   * @throws CeapException ARGUMENT_INVALID where it goes by the system's time, or would go back
   */
  public Instant advance(Duration by) {
    if (by.isNegative() || by.isZero()) {
      throw invalid("a clock is only advanced, by a duration such as PT1H or P3D, not by " + by);
    }
    return target(change(was -> towards(manual(was), plus(manual(was).target(), by))));
  }

  /** As {@link #advance(Duration)}, up to a moment. */
  public Instant advanceTo(Instant target) {
    return target(change(was -> towards(manual(was), target)));
  }

  private static Instant plus(Instant start, Duration by) {
    // Beyond a year's digits Instant's own text cannot be read back.
    return by.compareTo(Duration.between(start, LATEST)) > 0 ? Instant.MAX : start.plus(by);
  }

  private static ClockState towards(ClockState.Manual was, Instant target) {
    if (target.isAfter(LATEST)) {
      throw invalid("a clock ends at " + LATEST);
    }
    if (target.isBefore(was.target())) {
      throw invalid(
          "a clock is only advanced, and %s is before where it is%s, %s"
              .formatted(target, was.advancing() ? " going" : "", was.target()));
    }
    return new ClockState.Manual(was.now(), target);
  }

  /**
   * Makes a moment on the way to the target the present one; for who works on what is due then. A
   * clock that has meanwhile been given another mode stays as it is.
   */
  public ClockState moveTo(Instant moment) {
    return change(
        was ->
            was instanceof ClockState.Manual(Instant now, Instant target)
                    && moment.isAfter(now)
                    && !moment.isAfter(target)
                ? new ClockState.Manual(moment, target)
                : was);
  }

  private synchronized ClockState change(UnaryOperator<ClockState> change) {
    state = file.update(change);
    return state;
  }

  private static ClockState.Manual manual(ClockState state) {
    return switch (state) {
      case ClockState.Manual manual -> manual;
      case ClockState.OfSystem _ ->
          throw invalid(
              "the clock goes by the system's time and cannot be advanced; `./ceap clock manual`"
                  + " stops it");
    };
  }

  private static Instant target(ClockState state) {
    return manual(state).target();
  }

  private static CeapException invalid(String message) {
    return new CeapException(ErrorCode.ARGUMENT_INVALID, message);
  }
}
