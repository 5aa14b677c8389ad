package com.ceap.local.model;

import com.ceap.lambdas.retrain.Quality.CalibrationBin;
import java.util.List;
import java.util.Locale;

/** Reports as text for a terminal. */
public final class TrainingReports {
  private static final String ROW = "%-26s %7s %7s  %-34s %7s %8s %7s%n";

  private TrainingReports() {}

  /** One line for each model: AUC, Brier score and calibration error beside their baselines. */
  public static String table(List<TrainingReport> reports) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            ROW, "model", "held-out", "AUC", "best single column", "Brier", "constant", "ECE"));
    for (TrainingReport report : reports) {
      text.append(
          String.format(
              ROW,
              report.modelId(),
              report.heldOutRows(),
              decimal(report.quality().auc()),
              report.bestFeature() + " " + decimal(report.bestFeatureAuc()),
              decimal(report.quality().brier()),
              decimal(report.baseRate().brier()),
              decimal(report.quality().calibrationError())));
    }
    return text.toString();
  }

  /** The calibration of one model: what it said, and what happened. */
  public static String calibration(TrainingReport report) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%-9s %7s %9s %9s%n", "score", "rows", "predicted", "bought"));
    for (CalibrationBin bin : report.quality().bins()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.1f-%.1f   %7d %9.3f %9.3f%n",
              bin.from(),
              bin.to(),
              bin.count(),
              bin.predicted(),
              bin.observed()));
    }
    return text.toString();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
