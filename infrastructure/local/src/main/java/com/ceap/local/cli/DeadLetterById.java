package com.ceap.local.cli;

import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;

/** Finds the dead letter that a person names. */
final class DeadLetterById {
  private DeadLetterById() {}

  /**
   * The letter.
   *
   * @throws CeapException ARGUMENT_INVALID where there is none
   */
  static DeadLetter find(DeadLetters letters, String id) {
    return letters
        .find(id)
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.ARGUMENT_INVALID,
                    "there is no dead letter '%s'; `./ceap dlq list` shows them".formatted(id)));
  }
}
