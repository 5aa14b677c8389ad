package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a purchase is counted for: the last of the messages that went out before it and of
 * what the customer did in an app. Only where there is neither does the last showing count, since
 * an app shows a candidate whenever it is opened.
 */
public final class LastTouch {
  private record Touch(Instant at, Attribution attribution) {}

  private LastTouch() {}

  /**
   * What led to the purchase of a candidate; empty where nothing did within the window before it.
   *
   * @param sent the customer's messages, the earliest first
   * @param done what was done with the candidate, the earliest first
   */
  public static Optional<Attribution> before(
      Instant purchase,
      Duration window,
      CandidateKey key,
      List<SentMessage> sent,
      List<RecordedEngagement> done) {
    List<Touch> asked = new ArrayList<>();
    List<Touch> shown = new ArrayList<>();
    for (SentMessage message : sent) {
      if (message.message().candidate().equals(key)) {
        asked.add(new Touch(message.at(), credit(message)));
      }
    }
    for (RecordedEngagement engagement : done) {
      switch (engagement.type()) {
        case CLICK, ADD_TO_CART, CONVERSION -> touch(engagement).ifPresent(asked::add);
        case IMPRESSION -> touch(engagement).ifPresent(shown::add);
        case DISMISSAL -> {}
      }
    }
    return last(asked, purchase, window).or(() -> last(shown, purchase, window));
  }

  /** Empty where nobody knows in which channel. */
  private static Optional<Touch> touch(RecordedEngagement engagement) {
    return engagement
        .channel()
        .map(channel -> new Touch(engagement.at(), new ByShowing(channel, engagement.at())));
  }

  private static Attribution credit(SentMessage sent) {
    return new ByMessage(
        sent.message().messageId(), sent.message().touch(), sent.message().channel());
  }

  /** Of one moment the one that was named last. */
  private static Optional<Attribution> last(
      List<Touch> touches, Instant purchase, Duration window) {
    return touches.stream()
        .filter(touch -> !touch.at().isAfter(purchase))
        .filter(touch -> !touch.at().plus(window).isBefore(purchase))
        .sorted(Comparator.comparing(Touch::at))
        .reduce((_, later) -> later)
        .map(Touch::attribution);
  }
}
