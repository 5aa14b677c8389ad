package com.ceap.local.cost;

import com.ceap.model.Attributes;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ModelEndpoints;
import com.ceap.scoring.spi.ScoringProvider;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.LongAdder;

/** Models that answer the same to everything, and count how often they are called. */
final class CountedModels implements ModelEndpoints {
  private static final ModelAnswer ANSWER = new ModelAnswer(0.8, OptionalInt.of(15));

  private final LongAdder calls = new LongAdder();

  long calls() {
    return calls.sum();
  }

  @Override
  public ScoringProvider endpoint(String name) {
    return this::score;
  }

  private List<ModelAnswer> score(List<Attributes> rows) {
    calls.increment();
    return rows.stream().map(_ -> ANSWER).toList();
  }
}
