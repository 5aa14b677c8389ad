package com.ceap.lambdas.report.jobs;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.lambdas.report.DailyFigures;
import com.ceap.lambdas.report.DayMetrics;
import com.ceap.lambdas.report.Figures;
import com.ceap.lambdas.report.Words;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the day's figures together, and those of the days before that may still change. */
public final class DailyMetricsJob implements Job {
  private final DailyFigures figures;
  private final Measurements measurements;

  public DailyMetricsJob(DailyFigures figures, Measurements measurements) {
    this.figures = figures;
    this.measurements = measurements;
  }

  @Override
  public JobPlan plan() {
    return Timetable.DAILY_METRICS;
  }

  @Override
  public JobResult run(JobRun run) {
    List<DayMetrics> days = figures.refresh(run.requireProgram(), run.day());
    days.stream().filter(day -> day.day().equals(run.day())).forEach(this::measure);
    if (days.isEmpty()) {
      return new JobResult.Skipped("nothing was stored or sent within a week");
    }
    Figures today = days.getLast().day().equals(run.day()) ? days.getLast().total() : Figures.NONE;
    return new JobResult.Done(
        "figures of %d days; of this one %s sent, %s shown, %s orders"
            .formatted(
                days.size(),
                Words.count(today.sent()),
                Words.count(today.showings().shown()),
                Words.count(today.converted())));
  }

  private void measure(DayMetrics day) {
    SortedMap<String, Figures> byType = new TreeMap<>();
    day.groups()
        .forEach(
            (group, of) ->
                byType.merge(
                    group.channelType().isEmpty() ? "none" : group.channelType(),
                    of,
                    Figures::plus));
    List<Measurement> all = new ArrayList<>();
    byType.forEach(
        (type, of) -> {
          all.add(Metric.DAY_SENT.of((double) of.sent(), day.programId(), type));
          all.add(Metric.DAY_OPENED.of((double) of.opened(), day.programId(), type));
          all.add(Metric.DAY_SHOWN.of((double) of.showings().shown(), day.programId(), type));
          all.add(
              Metric.DAY_CLICKED.of(
                  (double) (of.clicked() + of.showings().clicked()), day.programId(), type));
          all.add(Metric.DAY_ORDERS.of((double) of.converted(), day.programId(), type));
        });
    if (!all.isEmpty()) {
      measurements.put(all);
    }
  }
}
