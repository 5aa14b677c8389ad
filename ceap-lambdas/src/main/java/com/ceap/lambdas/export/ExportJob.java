package com.ceap.lambdas.export;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.util.Locale;

/** Exports the day before its slot. */
public final class ExportJob implements Job {
  private final DailyExport export;

  public ExportJob(DailyExport export) {
    this.export = export;
  }

  @Override
  public JobPlan plan() {
    return Timetable.EXPORT;
  }

  @Override
  public JobResult run(JobRun run) {
    try {
      return done(
          export.run(run.dayBefore(), run.program().map(Program::programId), ExportProgress.NONE));
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
