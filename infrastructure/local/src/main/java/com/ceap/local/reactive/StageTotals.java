package com.ceap.local.reactive;

/**
 * What stages have done since they were made.
 *
 * @param candidates events that became one
 * @param rejected events that a filter or a check turned away
 * @param duplicates events that had been decided before
 * @param sent messages that a channel took, or in shadow mode would have been given
 * @param suppressed messages that were turned away
 * @param failed messages that a channel did not take, or of which nobody knows
 */
public record StageTotals(
    long candidates, long rejected, long duplicates, long sent, long suppressed, long failed) {
  public static final StageTotals NONE = new StageTotals(0, 0, 0, 0, 0, 0);
}
