package com.ceap.lambdas.retrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What probabilities are worth against outcomes.
 *
 * @param auc the chance that a purchase scores above a non-purchase; 0.5 is guessing
 * @param brier the mean squared error of the probabilities; lower is better
 * @param calibrationError the mean distance between probability and frequency over ten bins,
 *     weighted by their size (ECE)
 * @param bins the non-empty tenths of the probabilities
 */
public record Quality(
    double auc, double brier, double calibrationError, List<CalibrationBin> bins) {
  private static final int BINS = 10;

  /**
   * Rows that a model gave about the same probability.
   *
   * @param predicted the mean probability
   * @param observed the share of purchases
   */
  public record CalibrationBin(
      double from, double to, int count, double predicted, double observed) {}

  public Quality {
    bins = List.copyOf(bins);
  }

  public static Quality of(double[] probabilities, boolean[] labels) {
    List<CalibrationBin> bins = bins(probabilities, labels);
    double error = 0;
    for (CalibrationBin bin : bins) {
      error += bin.count() * Math.abs(bin.predicted() - bin.observed()) / labels.length;
    }
    return new Quality(auc(probabilities, labels), brier(probabilities, labels), error, bins);
  }

  /** By ranks (Mann-Whitney); ties count half. NaN where only one outcome occurs. */
  public static double auc(double[] scores, boolean[] labels) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a], scores[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double rankSum = 0;
    long positives = 0;
    for (int from = 0; from < order.length; ) {
      int to = endOfTie(scores, order, from);
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        if (labels[order[i]]) {
          rankSum += rank;
          positives++;
        }
      }
      from = to;
    }
    double pairs = positives * (double) (scores.length - positives);
    return (rankSum - positives * (positives + 1) / 2.0) / pairs;
  }

  private static int endOfTie(double[] scores, int[] order, int from) {
    int to = from + 1;
    while (to < order.length && scores[order[to]] == scores[order[from]]) {
      to++;
    }
    return to;
  }

  public static double brier(double[] probabilities, boolean[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double error = probabilities[i] - (labels[i] ? 1 : 0);
      sum += error * error;
    }
    return sum / labels.length;
  }

  private static List<CalibrationBin> bins(double[] probabilities, boolean[] labels) {
    int[] counts = new int[BINS];
    int[] bought = new int[BINS];
    double[] sums = new double[BINS];
    for (int i = 0; i < labels.length; i++) {
      int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
      counts[bin]++;
      sums[bin] += probabilities[i];
      bought[bin] += labels[i] ? 1 : 0;
    }
    List<CalibrationBin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        double size = counts[i];
        bins.add(
            new CalibrationBin(
                i / (double) BINS,
                (i + 1) / (double) BINS,
                counts[i],
                sums[i] / size,
                bought[i] / size));
      }
    }
    return bins;
  }

  /** The quality of giving every row the same probability. */
  public static Quality ofConstant(double probability, boolean[] labels) {
    double[] same = new double[labels.length];
    Arrays.fill(same, probability);
    return of(same, labels);
  }
}
