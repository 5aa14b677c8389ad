package com.ceap.lambdas.queue.aws;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message as SQS handed it out.
 *
 * @param carried the receives of the copies that it was put back as before
 */
record Received(String id, String body, int receives, int carried) {
  /** The attribute by which a copy keeps the receives of its original. */
  static final String RECEIVES = "receives";

  private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

  /** "DelaySeconds" of SendMessage in the SQS API reference. */
  static final int MAX_DELAY_SECONDS = 900;

  /** What SQS takes in a message ("SendMessage" in its API reference). */
  private static final Pattern NOT_TAKEN =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  static Received of(SQSEvent.SQSMessage message) {
    return new Received(
        message.getMessageId(),
        message.getBody(),
        Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1")),
        Optional.ofNullable(message.getMessageAttributes())
            .map(attributes -> attributes.get(RECEIVES))
            .map(SQSEvent.MessageAttribute::getStringValue)
            .filter(count -> COUNT.matcher(count).matches())
            .map(Integer::valueOf)
            .orElse(0));
  }

  QueueMessage message() {
    return new QueueMessage(id, body, receives + carried);
  }

  /** A copy that comes after a while, at the latest in 15 minutes; this receive does not count. */
  SqsPosting.Letter later(Disposition.Later later) {
    return new SqsPosting.Letter(
        id,
        body,
        seconds(later.after()),
        Map.of(RECEIVES, Integer.toString(receives + carried - 1)));
  }

  /** For the dead letters, with the reason. */
  SqsPosting.Letter dead(Disposition.Dead dead) {
    String reason = NOT_TAKEN.matcher(dead.reason()).replaceAll("?");
    return new SqsPosting.Letter(
        id,
        body,
        0,
        Map.of(
            "errorCode",
            dead.code().name(),
            "reason",
            reason.isBlank() ? dead.code().name() : reason));
  }

  private static int seconds(Duration after) {
    long seconds = after.plusSeconds(1).minusNanos(1).toSeconds();
    return Math.clamp(seconds, 0, MAX_DELAY_SECONDS);
  }
}
