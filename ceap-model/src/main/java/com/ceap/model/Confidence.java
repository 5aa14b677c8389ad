package com.ceap.model;

/** How sure a model is of its score. */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH;

  /**
   * The confidence of a calibrated probability: how much likelier one of the two outcomes is. High
   * where it comes to pass three times out of four, medium from three out of five.
   *
   * @param probability 0 to 1
   */
  public static Confidence ofProbability(double probability) {
    double likelier = Math.max(probability, 1 - probability);
    if (likelier >= 0.75) {
      return HIGH;
    }
    return likelier >= 0.6 ? MEDIUM : LOW;
  }
}
