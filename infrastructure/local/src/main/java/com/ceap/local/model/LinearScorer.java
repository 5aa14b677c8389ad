package com.ceap.local.model;

import com.ceap.lambdas.retrain.LabelledMatrix;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;

/**
 * A logistic regression of Tribuo as plain arrays. Tribuo builds an example and a map of outputs
 * for each prediction; on the hot path a dot product does. Immutable.
 */
final class LinearScorer {
  private final double[] weights;
  private final double bias;

  private LinearScorer(double[] weights, double bias) {
    this.weights = weights;
    this.bias = bias;
  }

  /** Of two classes the softmax is the logistic function of the difference of their scores. */
  static LinearScorer of(LinearSGDModel model, java.util.List<String> columns) {
    DenseMatrix all = model.getWeightsCopy();
    int yes = model.getOutputIDInfo().getID(TribuoData.BOUGHT);
    int no = 1 - yes;
    ImmutableFeatureMap ids = model.getFeatureIDMap();
    double[] weights = new double[columns.size()];
    for (int i = 0; i < weights.length; i++) {
      int id = ids.getID(columns.get(i));
      weights[i] = all.get(yes, id) - all.get(no, id);
    }
    int last = all.getDimension2Size() - 1;
    return new LinearScorer(weights, all.get(yes, last) - all.get(no, last));
  }

  /** The probability of a purchase. */
  double probability(double[] row) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * row[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  double[] probabilities(LabelledMatrix matrix) {
    return matrix.rows().stream().mapToDouble(row -> probability(row.values())).toArray();
  }
}
