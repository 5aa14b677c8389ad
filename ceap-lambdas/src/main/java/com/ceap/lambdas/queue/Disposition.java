package com.ceap.lambdas.queue;

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
}
