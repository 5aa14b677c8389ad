package com.ceap.lambdas.retrain;

import java.util.Optional;

/**
 * What a retraining has decided, and on what grounds; kept as an object.
 *
 * @param at when, ISO 8601
 * @param reason one sentence
 * @param unusableRows decisions without a feature of the model
 * @param buyers among the held-out rows
 * @param inPlace the model that answers until now, on the held-out rows; absent where there is none
 * @param trained the new one, on the same rows
 * @param improvement how much lower the new one's log loss is
 * @param dataSha256 of the rows
 */
public record RetrainRecord(
    String modelId,
    String at,
    Decision decision,
    String reason,
    int trainingRows,
    int heldOutRows,
    int unusableRows,
    int buyers,
    Optional<Figures> inPlace,
    Optional<Figures> trained,
    Optional<Improvement> improvement,
    String dataSha256) {
  /** What becomes of the new model. */
  public enum Decision {
    DEPLOYED,
    /** It is not surely better. */
    KEPT_OLD,
    NOT_ENOUGH_DATA,
    /** Something broke on the way; the model in place stays. */
    FAILED
  }

  /** What a model is worth on rows that it has not seen. */
  public record Figures(double auc, double logLoss, double brier) {
    /** Of the probabilities that a model gave rows, and what became of them. */
    public static Figures of(double[] probabilities, boolean[] labels) {
      return new Figures(
          Quality.auc(probabilities, labels),
          Improvement.meanLoss(probabilities, labels),
          Quality.brier(probabilities, labels));
    }
  }
}
