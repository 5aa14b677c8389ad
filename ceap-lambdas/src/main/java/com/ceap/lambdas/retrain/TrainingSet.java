package com.ceap.lambdas.retrain;

import java.util.Optional;

/**
 * The rows that a model learns from, the oldest first; the newest fifth is held out.
 *
 * @param unusable decisions that lack a feature of the model
 */
public record TrainingSet(LabelledMatrix rows, int unusable) {
  private static final double TRAINING_SHARE = 0.8;
  private static final int FEWEST_ROWS = 500;

  /** Of buyers, and of others, among the held-out rows. */
  private static final int FEWEST_OF_A_KIND = 20;

  /** How many rows a model learns from. */
  public static int split(int rows) {
    return (int) (rows * TRAINING_SHARE);
  }

  public LabelledMatrix training() {
    return rows.slice(0, split(rows.rows().size()));
  }

  public LabelledMatrix heldOut() {
    int size = rows.rows().size();
    return rows.slice(split(size), size);
  }

  /** Among the held-out rows. */
  public int buyers() {
    return (int) heldOut().rows().stream().filter(LabelledRow::label).count();
  }

  /** What is missing for a decision, where something is. */
  public Optional<String> missing() {
    int size = rows.rows().size();
    int others = heldOut().rows().size() - buyers();
    if (size < FEWEST_ROWS) {
      return Optional.of(
          "it takes at least %d decisions that are %d days old, there are %d"
              .formatted(FEWEST_ROWS, ExportedDecisions.DAYS_TO_BUY, size));
    }
    if (Math.min(buyers(), others) < FEWEST_OF_A_KIND) {
      return Optional.of(
          "it takes at least %d buyers and as many others among the newest fifth, which has %d and %d"
              .formatted(FEWEST_OF_A_KIND, buyers(), others));
    }
    return Optional.empty();
  }
}
