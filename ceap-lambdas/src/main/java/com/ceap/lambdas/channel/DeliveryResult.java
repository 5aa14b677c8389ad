package com.ceap.lambdas.channel;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Message;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;

/** How far a due touch has come. */
sealed interface TouchResult {
  /** It has ended, and its message says how. */
  record Recorded(Message message) implements TouchResult {}

  /** It had ended before. */
  record Known() implements TouchResult {}

  /** It comes again by itself, after quiet hours. */
  record Deferred() implements TouchResult {}

  /** It must wait where it is. */
  record Waits(Waiting why, Duration after) implements TouchResult {}

  /** Its candidate is not stored, and may be on the way. */
  record NotStored() implements TouchResult {}

  /** The customer's ledger is another one than was decided on: it is to be decided anew. */
  record Overtaken() implements TouchResult {}

  /** What it means for the queue's message. */
  default Disposition disposition() {
    return switch (this) {
      case Recorded _, Known _, Deferred _ -> Disposition.DONE;
      case Waits(Waiting _, Duration after) -> new Disposition.Later(after);
      case NotStored _ ->
          new Disposition.Retry(
              ErrorCode.CLAIM_HELD, "the candidate of a due touch is not stored, or not yet");
      case Overtaken _ ->
          new Disposition.Retry(
              ErrorCode.STORE_CONFLICT,
              "a customer's ledger was written by others again and again");
    };
  }

  /** What a touch waits for. */
  enum Waiting {
    /** An operator holds the program or the channel. */
    PAUSED,
    /** The program sends no faster. */
    RATE,
    /** The provider takes no more just now. */
    THROTTLED,
    /** Somebody may be handing it over. */
    RESERVED
  }
}
