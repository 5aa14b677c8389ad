package com.ceap.serving;

import com.ceap.model.Candidate;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import java.util.Optional;

/**
 * The arm of an experiment between models that a candidate belongs to: its attribute {@code
 * treatment} names the model whose score counts for this customer.
 */
public final class Treatment {
  private static final String ATTRIBUTE = "treatment";

  private Treatment() {}

  /** The model's id, where the candidate records one. */
  public static Optional<String> of(Candidate candidate) {
    return candidate
        .attributes()
        .find(ATTRIBUTE)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The treatment's score, else the combined one. */
  public static double score(ScoredCandidate decision) {
    return of(decision.candidate())
        .flatMap(model -> score(decision, model))
        .orElse(decision.score());
  }

  private static Optional<Double> score(ScoredCandidate decision, String model) {
    return decision.scores().stream()
        .filter(score -> score.modelId().equals(model))
        .map(Score::value)
        .findFirst();
  }
}
