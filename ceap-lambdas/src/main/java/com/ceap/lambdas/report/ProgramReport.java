package com.ceap.lambdas.report;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is reported of a program.
 *
 * @param days the earliest first, at least one
 * @param sum of the days
 * @param findings the most important first
 */
public record ProgramReport(
    Program program, List<DayMetrics> days, DayMetrics sum, List<Finding> findings) {
  /** How many days a report spans unless one is named. */
  public static final int DAYS = 30;

  public ProgramReport {
    days = List.copyOf(days);
    findings = List.copyOf(findings);
  }

  /**
   * The report of a day, or of the last {@value #DAYS} days.
   *
   * @param day empty for all of them
   * @param today by which the future begins
   * @param source the program's file, for changes of it
   * @throws CeapException ARGUMENT_INVALID for a day without figures
   */
  public static ProgramReport of(
      Program program,
      MetricsStore metrics,
      Optional<LocalDate> day,
      LocalDate today,
      Optional<ProgramSource> source) {
    day.ifPresent(wanted -> requirePast(wanted, today));
    List<LocalDate> known = metrics.days(program.programId());
    List<DayMetrics> days =
        known.stream()
            .filter(one -> day.map(one::equals).orElse(one.isAfter(today.minusDays(DAYS))))
            .map(one -> metrics.read(program.programId(), one))
            .toList();
    if (days.isEmpty()) {
      throw nothing(program, day, known);
    }
    DayMetrics sum = DayMetrics.sum(days);
    return new ProgramReport(program, days, sum, Findings.of(program, sum, source));
  }

  private static void requirePast(LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "%s lies in the future: by the platform's clock it is %s".formatted(day, today));
    }
  }

  private static CeapException nothing(
      Program program, Optional<LocalDate> day, List<LocalDate> known) {
    String period = day.map(one -> "for " + one).orElse("of the last " + DAYS + " days");
    String there =
        known.isEmpty()
            ? "there are none yet: nothing was stored or sent"
            : "there are some for %s to %s".formatted(known.getFirst(), known.getLast());
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "there are no figures of %s %s; %s".formatted(program.programId(), period, there));
  }

  /** The first day that it is about. */
  public LocalDate from() {
    return days.getFirst().day();
  }

  /** The last day. */
  public LocalDate to() {
    return days.getLast().day();
  }
}
