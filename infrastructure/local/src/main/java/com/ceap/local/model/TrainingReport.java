package com.ceap.local.model;

import com.ceap.lambdas.retrain.Quality;
import java.util.List;

/**
 * What a model is worth on rows it was not trained on.
 *
 * @param share of purchases among the held-out rows
 * @param baseRate the quality of giving every row the training rows' share of purchases
 * @param bestFeature the single column that alone ranks the held-out rows best
 * @param bestFeatureAuc its AUC, turned so that it is at least 0.5
 */
public record TrainingReport(
    String modelId,
    String algorithm,
    List<String> columns,
    int trainingRows,
    int heldOutRows,
    double share,
    Quality quality,
    Quality baseRate,
    String bestFeature,
    double bestFeatureAuc,
    double seconds) {
  public TrainingReport {
    columns = List.copyOf(columns);
  }
}
