package com.ceap.scoring.builtin;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Logistic regression, 1 / (1 + e^−(intercept + Σ weight · feature)), in double precision. Features
 * are added in the model's order, so that another engine reproduces the sum to the last bit; flags
 * count as 0 and 1. Thread-safe.
 */
public final class LogisticScoringProvider implements ScoringProvider {
  private final AttributeSchema schema;
  private final double[] weights;
  private final double intercept;
  private final List<DiscountStep> discounts;

  LogisticScoringProvider(AttributeSchema schema, LogisticConfig config) {
    this.schema = schema;
    this.weights = schema.names().stream().mapToDouble(config.weights()::get).toArray();
    this.intercept = config.intercept();
    this.discounts = config.discounts();
  }

  @Override
  public List<ModelAnswer> score(List<Attributes> rows) {
    List<ModelAnswer> answers = new ArrayList<>(rows.size());
    for (Attributes row : rows) {
      double score = 1 / (1 + Math.exp(-sum(row)));
      answers.add(new ModelAnswer(score, discount(score)));
    }
    return answers;
  }

  private double sum(Attributes row) {
    boolean inOrder = row.schema().equals(schema);
    double sum = intercept;
    for (int i = 0; i < weights.length; i++) {
      Object value = inOrder ? row.raw(i) : row.find(schema.names().get(i)).orElse(null);
      sum += weights[i] * number(i, value);
    }
    return sum;
  }

  private double number(int feature, Object value) {
    double number =
        switch (value) {
          case Double d -> d;
          case Long l -> l;
          case Boolean flag -> flag ? 1 : 0;
          case null -> throw invalid(feature, "absent");
          default -> throw invalid(feature, "a " + value.getClass().getSimpleName());
        };
    if (!Double.isFinite(number)) {
      throw invalid(feature, Double.toString(number));
    }
    return number;
  }

  private CeapException invalid(int feature, String found) {
    return new CeapException(
        ErrorCode.RECORD_INVALID,
        "feature '%s' should be a finite number or a flag but is %s"
            .formatted(schema.names().get(feature), found));
  }

  private OptionalInt discount(double score) {
    for (DiscountStep step : discounts) {
      if (score < step.below()) {
        return OptionalInt.of(step.percent());
      }
    }
    return OptionalInt.empty();
  }
}
