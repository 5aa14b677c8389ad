package com.ceap.lambdas.report;

/**
 * A share of some tries, with the interval that it lies in by Wilson's score (E. B. Wilson,
 * "Probable Inference", 1927), which holds also for few tries and shares near 0 and 1.
 *
 * @param hits of the tries
 */
public record Rate(long hits, long tries) {
  /** The normal quantile of a two-sided 95 %. */
  public static final double Z_95 = 1.959964;

  public Rate {
    if (hits < 0 || hits > tries) {
      throw new IllegalArgumentException("%d hits of %d tries".formatted(hits, tries));
    }
  }

  /** The share of messages or showings that led to an order; somebody may order twice. */
  public static Rate ofOrders(Figures figures) {
    return new Rate(Math.min(figures.converted(), figures.chances()), figures.chances());
  }

  /** The share, 0 where there were no tries. */
  public double value() {
    return tries == 0 ? 0 : (double) hits / tries;
  }

  public double low(double z) {
    return tries == 0 ? 0 : Math.max(0, centre(z) - half(z));
  }

  public double high(double z) {
    return tries == 0 ? 1 : Math.min(1, centre(z) + half(z));
  }

  private double centre(double z) {
    return (value() + z * z / (2 * tries)) / (1 + z * z / tries);
  }

  private double half(double z) {
    double p = value();
    return z * Math.sqrt(p * (1 - p) / tries + z * z / (4.0 * tries * tries)) / (1 + z * z / tries);
  }

  /**
   * How much more this rate is than another at least, by Newcombe's interval of a difference (R. G.
   * Newcombe, "Interval estimation for the difference between independent proportions", 1998,
   * method 10); above 0 the evidence separates the two.
   */
  public double exceeds(Rate other, double z) {
    double up = value() - low(z);
    double down = other.high(z) - other.value();
    return value() - other.value() - Math.sqrt(up * up + down * down);
  }

  /** The largest difference by the same interval. */
  double exceedsAtMost(Rate other, double z) {
    double up = high(z) - value();
    double down = other.value() - other.low(z);
    return value() - other.value() + Math.sqrt(up * up + down * down);
  }

  /**
   * The quantile for an interval that holds for each of several comparisons together with 95 %
   * (Bonferroni).
   */
  static double forEachOf(int comparisons) {
    double tail = 0.05 / (2.0 * Math.max(1, comparisons));
    return quantile(1 - tail);
  }

  /**
   * The normal quantile, by bisection of the error function's approximation 7.1.26 of Abramowitz
   * and Stegun (absolute error below 1.5e-7).
   */
  private static double quantile(double p) {
    double low = 0;
    double high = 8;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (cumulative(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double cumulative(double z) {
    double x = z / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double poly =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return 0.5 * (2 - poly * Math.exp(-x * x));
  }
}
