package com.ceap.lambdas.report.jobs;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.lambdas.report.DailyFigures;
import com.ceap.lambdas.report.Figures;
import com.ceap.lambdas.report.MetricsStore;
import com.ceap.lambdas.report.ProgramReport;
import com.ceap.lambdas.report.ProgramSource;
import com.ceap.lambdas.report.Words;
import com.ceap.lambdas.report.page.ReportPage;
import com.ceap.model.program.Program;
import com.ceap.runtime.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the figures together and writes the report {@code reports/{program}/{day}.html}. */
public final class ReportJob implements Job {
  private static final int PRODUCTS = 5;

  private final JobPlan plan;
  private final DailyFigures figures;
  private final MetricsStore metrics;
  private final ObjectStore objects;
  private final Function<Program, Optional<ProgramSource>> sources;
  private final Function<ProgramReport, String> result;

  private ReportJob(
      JobPlan plan,
      DailyFigures figures,
      MetricsStore metrics,
      ObjectStore objects,
      Function<Program, Optional<ProgramSource>> sources,
      Function<ProgramReport, String> result) {
    this.plan = plan;
    this.figures = figures;
    this.metrics = metrics;
    this.objects = objects;
    this.sources = sources;
    this.result = result;
  }

  /**
   * The three jobs that write reports.
   *
   * @param sources the files of programs, where they are at hand
   */
  public static List<Job> all(
      DailyFigures figures,
      MetricsStore metrics,
      ObjectStore objects,
      Function<Program, Optional<ProgramSource>> sources) {
    return List.of(
        new ReportJob(
            Timetable.RECOVERY_PERFORMANCE,
            figures,
            metrics,
            objects,
            sources,
            ReportJob::performance),
        new ReportJob(
            Timetable.REVENUE_IMPACT, figures, metrics, objects, sources, ReportJob::revenue),
        new ReportJob(
            Timetable.RECOMMENDATION_PERFORMANCE,
            figures,
            metrics,
            objects,
            sources,
            ReportJob::products));
  }

  @Override
  public JobPlan plan() {
    return plan;
  }

  @Override
  public JobResult run(JobRun run) {
    Program program = run.requireProgram();
    // What was written is read again below, with the days before it.
    var _ = figures.refresh(program, run.day());
    if (metrics.days(program.programId()).stream()
        .noneMatch(day -> day.isAfter(run.day().minusDays(ProgramReport.DAYS)))) {
      return new JobResult.Skipped("nothing was stored or sent within a month");
    }
    ProgramReport report =
        ProgramReport.of(program, metrics, Optional.empty(), run.day(), sources.apply(program));
    String key = "reports/%s/%s.html".formatted(program.programId(), run.day());
    byte[] page = ReportPage.of(report).getBytes(StandardCharsets.UTF_8);
    objects.put(key, out -> out.write(page));
    return new JobResult.Done(result.apply(report) + "; " + key);
  }

  /** By channel, what the messages of the last day led to. */
  private static String performance(ProgramReport report) {
    String rates =
        report.days().getLast().groups().entrySet().stream()
            .filter(entry -> entry.getValue().sent() > 0)
            .map(
                entry ->
                    "%s %s of %s"
                        .formatted(
                            entry.getKey().text(),
                            Words.count(entry.getValue().converted()),
                            Words.count(entry.getValue().sent())))
            .collect(Collectors.joining(", "));
    int findings = report.findings().size();
    return "%d finding%s; orders on %s: %s"
        .formatted(
            findings,
            findings == 1 ? "" : "s",
            report.to(),
            rates.isEmpty() ? "no messages" : rates);
  }

  private static String revenue(ProgramReport report) {
    Figures total = report.sum().total();
    String sums =
        total.revenue().amounts().entrySet().stream()
            .map(entry -> Words.money(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return "%s orders since %s%s"
        .formatted(
            Words.count(total.converted()), report.from(), sums.isEmpty() ? "" : ": " + sums);
  }

  private static String products(ProgramReport report) {
    String best =
        Words.bestProducts(report.sum(), PRODUCTS).stream()
            .map(product -> product.productId() + " " + product.converted())
            .collect(Collectors.joining(", "));
    return best.isEmpty() ? "no product was bought yet" : "best products: " + best;
  }
}
