package com.ceap.local.model;

import com.ceap.model.Attributes;
import com.ceap.model.Confidence;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A trained model behind the interface of an endpoint. */
record LocalScoringProvider(LocalModel model, LinearScorer scorer) implements ScoringProvider {
  @Override
  public List<ModelAnswer> score(List<Attributes> rows) {
    if (rows.size() > MAX_ROWS) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a call to "
              + model.modelId()
              + " takes up to "
              + MAX_ROWS
              + " rows, not "
              + rows.size());
    }
    List<ModelAnswer> answers = new ArrayList<>(rows.size());
    for (Attributes row : rows) {
      answers.add(answer(row));
    }
    return answers;
  }

  private ModelAnswer answer(Attributes row) {
    double probability = scorer.probability(model.encode(row));
    OptionalInt discount =
        model.sensitivity().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(Discount.percent(probability, sensitivity(row)));
    Optional<Confidence> confidence =
        model.tellsConfidence()
            ? Optional.of(Confidence.ofProbability(probability))
            : Optional.empty();
    return new ModelAnswer(probability, discount, confidence);
  }

  /** Present and a number, since the same feature is one of the model's columns. */
  private double sensitivity(Attributes row) {
    return row.number(model.sensitivity().orElseThrow()).orElseThrow();
  }
}
