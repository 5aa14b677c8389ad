package com.ceap.scoring.example;

import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.util.List;
import java.util.OptionalInt;

/** Scores x / (x + half) of one feature: the first views say much, the hundredth little. */
record SaturationScoringProvider(String feature, double half) implements ScoringProvider {
  @Override
  public List<ModelAnswer> score(List<Attributes> rows) {
    return rows.stream().map(this::answer).toList();
  }

  private ModelAnswer answer(Attributes row) {
    double value = row.number(feature).orElse(Double.NaN);
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new CeapException(
          ErrorCode.RECORD_INVALID,
          "feature '%s' should be a number of at least 0 but is %s".formatted(feature, value));
    }
    return new ModelAnswer(value / (value + half), OptionalInt.empty());
  }
}
