package com.ceap.lambdas.channel;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Message;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/** How far a message that is due has come. */
public sealed interface DeliveryResult {
  /** It has ended, and its message says how. */
  record Recorded(Message message) implements DeliveryResult {}

  /**
   * It had ended before.
   *
   * @param message its record, where it has been read
   */
  record Known(Optional<Message> message) implements DeliveryResult {}

  /** Its customer was erased: it goes nowhere, and nothing is recorded of it. */
  record Forgotten() implements DeliveryResult {}

  /** It comes again by itself, after quiet hours. */
  record Deferred() implements DeliveryResult {}

  /** It must wait where it is. */
  record Waits(Waiting why, Duration after) implements DeliveryResult {}

  /** Its candidate is not stored, and may be on the way. */
  record NotStored() implements DeliveryResult {}

  /** The customer's ledger is another one than was decided on: it is to be decided anew. */
  record Overtaken() implements DeliveryResult {}

  /** The record of a message that has ended, where it is at hand. */
  default Optional<Message> recorded() {
    return switch (this) {
      case Recorded(Message message) -> Optional.of(message);
      case Known(Optional<Message> message) -> message;
      case Forgotten _, Deferred _, NotStored _, Overtaken _, Waits _ -> Optional.empty();
    };
  }

  /** What it means for the queue's message. */
  default Disposition disposition() {
    return switch (this) {
      case Recorded _, Known _, Forgotten _, Deferred _ -> Disposition.DONE;
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

  /** What a message waits for. */
  enum Waiting {
    /** An operator holds the program or the channel. */
    PAUSED,
    /** The program sends no faster. */
    RATE,
    /** The provider takes no more just now. */
    THROTTLED,
    /** Somebody may be handing it over. */
    RESERVED,
    /** It is quiet hours where the customer is. */
    QUIET_HOURS
  }
}
