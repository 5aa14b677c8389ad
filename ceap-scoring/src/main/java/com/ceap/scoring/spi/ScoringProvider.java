package com.ceap.scoring.spi;

import com.ceap.model.Attributes;
import java.util.List;

/** One model behind one endpoint. Thread-safe. */
public interface ScoringProvider {
  /** The most rows of one call, as the daily batch of the requirements asks for. */
  int MAX_ROWS = 2_000;

  /**
   * Scores up to {@link #MAX_ROWS} rows of features, which share a schema, in one call.
   *
   * @return one answer for each row, in order
   * @throws com.ceap.model.error.CeapException MODEL_UNAVAILABLE, MODEL_ANSWER_INVALID,
   *     MODEL_MISSING; with a code of category INVALID_INPUT where a row holds a value that the
   *     model cannot take, so that this row is found and the others scored without it
   */
  List<ModelAnswer> score(List<Attributes> rows);
}
