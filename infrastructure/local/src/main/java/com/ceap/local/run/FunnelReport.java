package com.ceap.local.run;

import com.ceap.filters.FilterOutcome;
import com.ceap.lambdas.batch.ChunkFailure;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.ScoreDistribution;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.scoring.ModelReport;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The funnel of a run as a table for people. Percentages are over unique candidates. */
public final class FunnelReport {
  private final StringBuilder text = new StringBuilder();
  private final RunSummary run;

  private FunnelReport(RunSummary run) {
    this.run = run;
  }

  public static String of(RunSummary run) {
    FunnelReport report = new FunnelReport(run);
    report.head();
    switch (run.state()) {
      case DISABLED -> report.text.append("  The program is switched off (enabled: false).\n");
      case COMPLETE, DRY_RUN, FAILED -> report.body();
    }
    return report.text.toString();
  }

  private void head() {
    text.append(
        String.format(
            Locale.ROOT,
            "%s, business date %s: %s after %.1f s (run %s)%n",
            run.programId(),
            run.businessDate(),
            run.state(),
            run.seconds(),
            run.executionId()));
    run.problem().ifPresent(problem -> text.append("  ").append(problem).append('\n'));
    text.append('\n');
  }

  private void body() {
    line("raw records", run.raw(), "", "");
    line("  unreadable", -run.rejectedRecords(), "", reasons(run.recordReasons()));
    line("  duplicates", -run.duplicates(), "", "");
    if (run.notServed() > 0) {
      line("  marketplace not served", -run.notServed(), "", "");
    }
    line("unique candidates", run.unique(), share(run.unique()), "");
    run.filters().forEach(this::filter);
    line("eligible", run.eligible(), share(run.eligible()), "");
    if (!run.unscored().isEmpty()) {
      line("  not scored", -(run.eligible() - run.scored()), "", reasons(run.unscored()));
    }
    line("scored", run.scored(), share(run.scored()), "");
    bands(run.scoreDistribution());
    run.models().forEach(this::model);
    if (run.selected() != run.scored()) {
      line("selected", run.selected(), share(run.selected()), "");
    }
    line("stored", run.stored(), share(run.stored()), "");
    stages();
    run.failures().forEach(this::failure);
  }

  private void filter(FilterOutcome filter) {
    line(
        "  " + filter.filterId(),
        -filter.rejected(),
        share(filter.rejected()),
        reasons(filter.reasons()));
  }

  private void bands(ScoreDistribution bands) {
    band("  high    0.7 to 1.0", bands.high());
    band("  medium  0.4 to 0.7", bands.medium());
    band("  low     0.0 to 0.4", bands.low());
  }

  /** A model that answered for everybody needs no line. */
  private void model(ModelReport model) {
    if (model.failedCalls() + model.fromCache() + model.fromFallback() > 0) {
      line(
          "  " + model.modelId(),
          model.fromModel(),
          "",
          "%d calls, %d failed; %s from the cache, %s by fallback; %s"
              .formatted(
                  model.calls(),
                  model.failedCalls(),
                  number(model.fromCache()),
                  number(model.fromFallback()),
                  String.join("; ", model.failures())));
    }
  }

  private void band(String name, long count) {
    String share = run.scored() == 0 ? "" : percent(count, run.scored()) + " of the scored";
    line(name, count, "", share);
  }

  private void stages() {
    text.append(
        String.format(
            "%n  %-10s %12s %12s %10s %14s%n", "stage", "in", "out", "seconds", "records/s"));
    for (StageReport stage : run.stages()) {
      String rate = stage.nanos() == 0 ? "" : number(Math.round(stage.in() / stage.seconds()));
      text.append(
          String.format(
              Locale.ROOT,
              "  %-10s %12s %12s %10.2f %14s%n",
              stage.stage(),
              number(stage.in()),
              number(stage.out()),
              stage.seconds(),
              rate));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  %-10s %12s %12s %10.2f %14s%n",
            "whole run",
            number(run.raw()),
            number(run.stored()),
            run.seconds(),
            number(Math.round(run.recordsPerSecond()))));
  }

  private void failure(ChunkFailure failure) {
    text.append(
        "  chunk %d of %s failed in %s: %s: %s%n"
            .formatted(
                failure.chunk(),
                failure.connectorId(),
                failure.stage(),
                failure.code(),
                failure.message()));
  }

  private void line(String name, long count, String share, String note) {
    text.append(
            String.format("  %-26s %12s %8s   %s%n", name, number(count), share, note)
                .stripTrailing())
        .append('\n');
  }

  private String share(long count) {
    return run.unique() == 0 ? "" : percent(count, run.unique());
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static String reasons(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(reason -> reason.getKey() + " " + number(reason.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
