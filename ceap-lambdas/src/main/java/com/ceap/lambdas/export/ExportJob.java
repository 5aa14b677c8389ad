package com.ceap.lambdas.export;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.storage.table.ChangeFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Exports the day before its slot, with the days before it that it has missed as far as the change
 * feed remembers them, the first first; says of each once every manifest of it is written.
 */
public final class ExportJob implements Job {
  private final DailyExport export;
  private final ExportedUntil until;
  private final Measurements measurements;

  public ExportJob(DailyExport export, Measurements measurements) {
    this.export = export;
    this.until = new ExportedUntil(export.objects());
    this.measurements = measurements;
  }

  @Override
  public JobPlan plan() {
    return Timetable.EXPORT;
  }

  @Override
  public JobResult run(JobRun run) {
    List<ExportReport> reports = new ArrayList<>();
    Optional<String> forgotten = Optional.empty();
    LocalDate last = run.dayBefore();
    for (LocalDate day = first(last); !day.isAfter(last); day = day.plusDays(1)) {
      try {
        reports.add(export(day));
      } catch (CeapException e) {
        if (e.code() != ErrorCode.ARGUMENT_INVALID) {
          throw e;
        }
        // The slot is too long ago; files of the day, where there are any, stay as they are.
        forgotten = Optional.of(e.getMessage());
      }
    }
    return reports.isEmpty()
        ? new JobResult.Skipped(forgotten.orElseThrow())
        : new JobResult.Done(text(reports));
  }

  /** Days without changes leave no files, so it is noted elsewhere how far the job has come. */
  private LocalDate first(LocalDate last) {
    LocalDate remembered = last.minusDays(ChangeFeed.DAYS - 1L);
    LocalDate next = until.find().map(day -> day.plusDays(1)).orElse(remembered);
    if (next.isBefore(remembered)) {
      return remembered;
    }
    return next.isAfter(last) ? last : next;
  }

  private ExportReport export(LocalDate day) {
    ExportReport report = export.run(day, Optional.empty(), ExportProgress.NONE);
    until.note(day);
    measurements.put(
        List.of(Metric.DAYS_EXPORTED.of(1), Metric.ROWS_EXPORTED.of((double) report.rows())));
    return report;
  }

  /** What the last day has, and how much was made up for. */
  private static String text(List<ExportReport> reports) {
    ExportReport last = reports.getLast();
    long before =
        reports.subList(0, reports.size() - 1).stream().mapToLong(ExportReport::rows).sum();
    String text =
        String.format(
            Locale.ROOT,
            "%s: %,d candidates, %,d deliveries, %,d outcomes, %,d engagements",
            last.day(),
            last.rows(ExportTable.CANDIDATES),
            last.rows(ExportTable.DELIVERIES),
            last.rows(ExportTable.OUTCOMES),
            last.rows(ExportTable.ENGAGEMENTS));
    return before == 0
        ? text
        : String.format(
            Locale.ROOT,
            "%s; %,d rows of the days from %s on, which were missing",
            text,
            before,
            reports.getFirst().day());
  }
}
