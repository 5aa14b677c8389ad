package com.ceap.scoring;

import com.ceap.model.Rejection;
import com.ceap.model.error.CeapException;

/** A candidate that a model gave no score for, by its position in the chunk. */
sealed interface Open {
  int candidate();

  /**
   * The model cannot be asked about it.
   *
   * @param verdict what becomes of it unless a score stands in
   */
  record Gap(int candidate, Rejection verdict) implements Open {}

  /** The model was asked, or would have been, and did not answer. */
  record Unanswered(int candidate, CeapException problem) implements Open {}
}
