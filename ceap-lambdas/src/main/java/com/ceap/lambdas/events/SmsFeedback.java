package com.ceap.lambdas.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Feedback on text messages as End User Messaging SMS publishes it to the default bus
 * (https://docs.aws.amazon.com/sms-voice/latest/userguide/monitor-event-bridge.html and
 * configuration-sets-event-types.html there). Carriers may take 72 hours.
 */
final class SmsFeedback {
  static final String SOURCE = "aws.sms-voice";
  static final String DETAIL_TYPE = "Text Message Delivery Status Updated";
  private static final String CHANNEL = "sms";
  private static final long LATEST_MILLIS = 253_402_300_799_999L;

  private SmsFeedback() {}

  /** Empty where it is about a message that is not ours, or says nothing of what became of it. */
  static Optional<Feedback> read(EventEnvelope event) {
    String type = event.detail().path("eventType").asText();
    return kind(type).flatMap(kind -> feedback(event, kind, type));
  }

  private static Optional<FeedbackKind> kind(String eventType) {
    return switch (eventType) {
      case "TEXT_SENT", "TEXT_QUEUED", "TEXT_PENDING" -> Optional.of(FeedbackKind.ACCEPTED);
      // Which of the two a country reports is up to its carriers.
      case "TEXT_SUCCESSFUL", "TEXT_DELIVERED" -> Optional.of(FeedbackKind.DELIVERED);
      case "TEXT_INVALID" -> Optional.of(FeedbackKind.BOUNCED_PERMANENTLY);
      case "TEXT_UNREACHABLE", "TEXT_CARRIER_UNREACHABLE", "TEXT_TTL_EXPIRED" ->
          Optional.of(FeedbackKind.BOUNCED_TRANSIENTLY);
      case "TEXT_BLOCKED",
          "TEXT_CARRIER_BLOCKED",
          "TEXT_PROTECT_BLOCKED",
          "TEXT_SPAM",
          "TEXT_INVALID_MESSAGE" ->
          Optional.of(FeedbackKind.REJECTED);
      default -> Optional.empty();
    };
  }

  private static Optional<Feedback> feedback(EventEnvelope event, FeedbackKind kind, String type) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    JsonNode context = event.detail().path("context");
    Instant at =
        detail.findWhole("eventTimestamp", 0, LATEST_MILLIS).stream()
            .mapToObj(Instant::ofEpochMilli)
            .findFirst()
            .orElse(event.time());
    Optional<Feedback> feedback =
        TaggedMessage.of("detail.context.", context::path, problems)
            .map(m -> m.feedback(CHANNEL, kind, at, Optional.of(type)));
    problems.throwIfAny(event.detailType());
    return feedback;
  }
}
