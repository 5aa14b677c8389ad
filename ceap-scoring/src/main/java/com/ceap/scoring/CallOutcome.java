package com.ceap.scoring;

import com.ceap.model.error.CeapException;
import com.ceap.scoring.spi.ModelAnswer;
import java.util.List;

/** What came of calling a model. */
sealed interface CallOutcome {
  /** One answer for each row, in order. */
  record Answered(List<ModelAnswer> answers) implements CallOutcome {}

  /** At least one of the rows is none that the model can take. */
  record Unfit(CeapException problem) implements CallOutcome {}

  /** The model was called and gave no usable answer. */
  record Failed(CeapException problem) implements CallOutcome {}

  /** The circuit breaker let no call through. */
  record Refused(CeapException problem) implements CallOutcome {}
}
