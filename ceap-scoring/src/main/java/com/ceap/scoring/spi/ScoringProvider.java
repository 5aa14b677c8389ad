package com.ceap.scoring.spi;

import com.ceap.model.Attributes;
import java.util.List;

/** One model behind one endpoint. Thread-safe. */
public interface ScoringProvider {
  /**
   * Scores up to 2,000 rows of features in one call.
   *
   * @return one answer for each row, in order
   * @throws com.ceap.model.error.CeapException MODEL_UNAVAILABLE, MODEL_ANSWER_INVALID,
   *     MODEL_MISSING
   */
  List<ModelAnswer> score(List<Attributes> rows);
}
