package com.ceap.local.model;

import com.ceap.lambdas.retrain.LabelledMatrix;
import com.ceap.lambdas.retrain.LabelledRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Trains in place of SageMaker's XGBoost: the logistic regression of one machine. */
public final class StandInTrainer {
  private StandInTrainer() {}

  /**
   * Learns from CSV, the label first.
   *
   * @return the probability of a purchase for a row of the columns' numbers
   */
  public static ToDoubleFunction<double[]> train(List<String> csv) {
    List<double[]> lines = csv.stream().map(StandInTrainer::numbers).toList();
    int width = lines.getFirst().length - 1;
    double[] means = new double[width];
    double[] spreads = new double[width];
    for (int i = 0; i < width; i++) {
      int column = i + 1;
      means[i] = lines.stream().mapToDouble(line -> line[column]).average().orElse(0);
      double mean = means[i];
      spreads[i] =
          Math.sqrt(
              lines.stream()
                  .mapToDouble(line -> (line[column] - mean) * (line[column] - mean))
                  .average()
                  .orElse(1));
    }
    List<LabelledRow> rows = new ArrayList<>();
    for (double[] line : lines) {
      rows.add(
          new LabelledRow(
              scaled(Arrays.copyOfRange(line, 1, line.length), means, spreads), line[0] == 1));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names.add("column" + i);
    }
    LabelledMatrix matrix = new LabelledMatrix(names, rows);
    LinearScorer scorer = LogisticFit.fit("stand-in", matrix, matrix, 7).scorer();
    return row -> scorer.probability(scaled(row, means, spreads));
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] scaled(double[] row, double[] means, double[] spreads) {
    double[] scaled = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = spreads[i] == 0 ? 0 : (row[i] - means[i]) / spreads[i];
    }
    return scaled;
  }
}
