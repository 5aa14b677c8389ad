package com.ceap.lambdas.export;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import java.util.List;
import java.util.Locale;

/** Exports the day before its slot, and says so once every manifest of the day is written. */
public final class ExportJob implements Job {
  private final DailyExport export;
  private final Measurements measurements;

  public ExportJob(DailyExport export, Measurements measurements) {
    this.export = export;
    this.measurements = measurements;
  }

  @Override
  public JobPlan plan() {
    return Timetable.EXPORT;
  }

  @Override
  public JobResult run(JobRun run) {
    try {
      ExportReport report =
          export.run(run.dayBefore(), run.program().map(Program::programId), ExportProgress.NONE);
      measurements.put(
          List.of(Metric.DAYS_EXPORTED.of(1), Metric.ROWS_EXPORTED.of((double) report.rows())));
      return done(report);
    } catch (CeapException e) {
      if (e.code() == ErrorCode.ARGUMENT_INVALID) {
        // The slot is too long ago; its files, where there are any, stay as they are.
        return new JobResult.Skipped(e.getMessage());
      }
      throw e;
    }
  }

  private static JobResult done(ExportReport report) {
    return new JobResult.Done(
        String.format(
            Locale.ROOT,
            "%s: %,d candidates, %,d deliveries, %,d outcomes, %,d engagements",
            report.day(),
            report.rows(ExportTable.CANDIDATES),
            report.rows(ExportTable.DELIVERIES),
            report.rows(ExportTable.OUTCOMES),
            report.rows(ExportTable.ENGAGEMENTS)));
  }
}
