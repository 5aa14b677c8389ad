package com.ceap.local.model;

import com.ceap.lambdas.retrain.LabelledMatrix;
import com.ceap.lambdas.retrain.Quality;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Fits a logistic regression with Tribuo and says what it is worth.
 *
 * <p>Why this kind: on 24,000 visits it has a held-out AUC of 0.774 and a Brier score of 0.192;
 * Tribuo's factorization machine the same; its random forest of 50 trees 0.754 and 0.241, since
 * votes are no probabilities, and many times the training time.
 */
record LogisticFit(LinearSGDModel model, LinearScorer scorer, TrainingReport report) {
  static final String ALGORITHM = "logistic regression (Tribuo, AdaGrad)";

  private static final int EPOCHS = 8;
  private static final int MINIBATCH = 32;
  private static final double LEARNING_RATE = 0.1;

  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  static LogisticFit fit(String modelId, LabelledMatrix training, LabelledMatrix held, long seed) {
    long start = System.nanoTime();
    LinearSGDModel model = train(training, modelId, seed);
    LinearScorer scorer = LinearScorer.of(model, training.columns());
    double seconds = (System.nanoTime() - start) / 1e9;
    return new LogisticFit(model, scorer, report(modelId, training, held, scorer, seconds));
  }

  /** Tribuo tells each epoch's progress at INFO, which on a terminal is noise. */
  private static LinearSGDModel train(LabelledMatrix training, String modelId, long seed) {
    TRIBUO.setLevel(Level.WARNING);
    return new LinearSGDTrainer(
            new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, -1, MINIBATCH, seed)
        .train(TribuoData.dataset(training, modelId));
  }

  private static TrainingReport report(
      String modelId,
      LabelledMatrix training,
      LabelledMatrix held,
      LinearScorer scorer,
      double seconds) {
    boolean[] labels = held.labels();
    int best = 0;
    double[] aucs = new double[held.columns().size()];
    for (int i = 0; i < aucs.length; i++) {
      double auc = Quality.auc(held.column(i), labels);
      aucs[i] = Math.max(auc, 1 - auc);
      best = aucs[i] > aucs[best] ? i : best;
    }
    return new TrainingReport(
        modelId,
        ALGORITHM,
        held.columns(),
        training.rows().size(),
        held.rows().size(),
        held.baseRate(),
        Quality.of(scorer.probabilities(held), labels),
        Quality.ofConstant(training.baseRate(), labels),
        held.columns().get(best),
        aucs[best],
        seconds);
  }
}
