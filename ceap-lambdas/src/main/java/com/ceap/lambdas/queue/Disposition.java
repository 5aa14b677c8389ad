package com.ceap.lambdas.queue;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;

/** What becomes of a queue's message after a stage has seen it. */
public sealed interface Disposition {
  /** It is dealt with and leaves the queue. */
  record Done() implements Disposition {}

  /** It failed and is tried again, until its receives are used up. */
  record Retry(ErrorCode code, String reason) implements Disposition {}

  /** It is not its turn yet: it comes back after a while, and no receive is used up. */
  record Later(Duration after) implements Disposition {}

  /** No retry would help: it goes to the dead letters with its reason. */
  record Dead(ErrorCode code, String reason) implements Disposition {}

  Disposition DONE = new Done();

  /** What a failure means for the message, by the category of its code. */
  static Disposition failed(CeapException e) {
    return switch (e.category()) {
      case INVALID_INPUT -> new Dead(e.code(), e.getMessage());
      // What is set up wrongly or broken is mended by people, who find the message where it was.
      case TRANSIENT, DEPENDENCY_DOWN, CONFIGURATION, DEFECT -> new Retry(e.code(), e.getMessage());
    };
  }
}
