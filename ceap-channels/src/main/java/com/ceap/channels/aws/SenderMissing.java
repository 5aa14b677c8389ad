package com.ceap.channels.aws;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;

/** The error of an environment that cannot send, found before anything is handed over. */
final class SenderMissing {
  private SenderMissing() {}

  /**
   * @param key what the environment's file should hold
   */
  static CeapException of(String what, String key) {
    return new CeapException(
        ErrorCode.SENDER_MISSING,
        "the environment names no sender for %s; give %s in environments/{env}.yaml"
            .formatted(what, key));
  }
}
