package com.ceap.lambdas.select;

import com.ceap.model.Context;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.Selection;

/** Which group a candidate competes in. */
final class Groups {
  private Groups() {}

  static String of(Selection.GroupBy groupBy, ScoredCandidate scored) {
    return switch (groupBy) {
      case NONE -> "";
      case SUBJECT -> scored.key().subject().id();
      case CUSTOMER -> scored.key().customerId();
      case CATEGORY -> scored.candidate().context(Context.CATEGORY).orElse("");
    };
  }
}
