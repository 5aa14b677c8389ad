package com.ceap.lambdas.lifecycle;

import com.ceap.model.CandidateKey;
import com.ceap.storage.Conversion.Attribution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the message that a purchase is counted for: the last one before it that went out. */
final class LastTouch {
  private LastTouch() {}

  /**
   * The message; empty where none went out within the window before the purchase.
   *
   * @param sent the customer's messages, the earliest first
   */
  static Optional<Attribution> before(
      Instant purchase, Duration window, CandidateKey key, List<SentMessage> sent) {
    return sent.stream()
        .filter(message -> message.message().candidate().equals(key))
        .filter(message -> !message.at().isAfter(purchase))
        .filter(message -> !message.at().plus(window).isBefore(purchase))
        .reduce((_, later) -> later)
        .map(SentMessage::message)
        .map(m -> new Attribution(m.messageId(), m.touch(), m.channel()));
  }
}
