package com.ceap.local.model;

import com.ceap.lambdas.retrain.RetrainRecord;
import java.util.Locale;

/** What a retraining has decided, for people. */
public final class RetrainText {
  private RetrainText() {}

  /** A line with the decision, and one with the figures where there are any. */
  public static String of(RetrainRecord record) {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%-22s %s: %s (%,d decisions, %,d held out, %,d of them bought)",
            record.modelId(),
            record.decision().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            record.reason(),
            record.trainingRows() + record.heldOutRows(),
            record.heldOutRows(),
            record.buyers()));
    record
        .improvement()
        .ifPresent(
            gain ->
                text.append(
                    format(
                        "%n%-22s AUC %.4f, was %.4f; log loss lower by %.4f (95 %%: %.4f to %.4f)",
                        "",
                        record.trained().orElseThrow().auc(),
                        record.inPlace().orElseThrow().auc(),
                        gain.mean(),
                        gain.low(),
                        gain.high())));
    return text.toString();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
