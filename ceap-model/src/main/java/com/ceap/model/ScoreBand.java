package com.ceap.model;

/** The bands of the score distribution: high from 0.7, medium from 0.4, low below. */
public enum ScoreBand {
  HIGH,
  MEDIUM,
  LOW;

  public static ScoreBand of(double score) {
    if (score >= 0.7) {
      return HIGH;
    }
    return score >= 0.4 ? MEDIUM : LOW;
  }
}
