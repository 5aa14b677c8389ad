package com.ceap.lambdas.retrain;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * By how much a model's log loss is lower than another's on the same rows, with the interval that
 * holds 95 % of what resampled rows give (percentile bootstrap).
 */
public record Improvement(double mean, double low, double high) {
  private static final int RESAMPLES = 2_000;
  private static final double TAIL = 0.025;

  public static Improvement of(double[] before, double[] after, boolean[] labels, long seed) {
    double[] gains = new double[labels.length];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = loss(before[i], labels[i]) - loss(after[i], labels[i]);
    }
    double[] means = new double[RESAMPLES];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RESAMPLES; i++) {
      means[i] = resampled(gains, random);
    }
    Arrays.sort(means);
    return new Improvement(
        Arrays.stream(gains).average().orElse(0),
        means[(int) (RESAMPLES * TAIL)],
        means[(int) (RESAMPLES * (1 - TAIL))]);
  }

  /** Whether resampling leaves no doubt that it is one. */
  public boolean isSure() {
    return low > 0;
  }

  /** Why a new model is put in place, or is not. */
  public String reason() {
    return isSure() ? "its log loss is surely lower" : "it is not surely better";
  }

  private static double resampled(double[] gains, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < gains.length; i++) {
      sum += gains[random.nextInt(gains.length)];
    }
    return sum / gains.length;
  }

  public static double meanLoss(double[] probabilities, boolean[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += loss(probabilities[i], labels[i]);
    }
    return sum / labels.length;
  }

  private static double loss(double probability, boolean label) {
    double right = label ? probability : 1 - probability;
    return -Math.log(Math.max(right, 1e-12));
  }
}
