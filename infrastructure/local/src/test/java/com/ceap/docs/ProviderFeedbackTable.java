package com.ceap.docs;

import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.events.Feedback;
import com.ceap.lambdas.events.FeedbackEvents;
import com.ceap.lambdas.events.FeedbackKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What providers' events mean, as the code reads them. */
final class ProviderFeedbackTable {
  private static final String TAGS =
      "\"mail\": {\"tags\": {\"messageId\": [\"m\"], \"customer\": [\"QzE\"]}}";
  private static final List<String> TEXT_EVENTS =
      List.of(
          "TEXT_SENT",
          "TEXT_QUEUED",
          "TEXT_PENDING",
          "TEXT_SUCCESSFUL",
          "TEXT_DELIVERED",
          "TEXT_UNREACHABLE",
          "TEXT_CARRIER_UNREACHABLE",
          "TEXT_TTL_EXPIRED",
          "TEXT_INVALID",
          "TEXT_BLOCKED",
          "TEXT_CARRIER_BLOCKED",
          "TEXT_PROTECT_BLOCKED",
          "TEXT_SPAM",
          "TEXT_INVALID_MESSAGE",
          "TEXT_UNKNOWN");

  private ProviderFeedbackTable() {}

  static String text() {
    StringBuilder out =
        new StringBuilder(
            "| source | event | means | the message becomes | closes |\n|---|---|---|---|---|\n");
    for (EventType type : FeedbackEvents.types()) {
      switch (type.source()) {
        case "aws.ses" -> ses(type, out);
        case "aws.sms-voice" -> TEXT_EVENTS.forEach(event -> sms(type, event, out));
        default -> {}
      }
    }
    return out.toString();
  }

  private static void ses(EventType type, StringBuilder out) {
    if (!type.detailType().equals("Email Bounced")) {
      row(type, type.detailType(), TAGS, out);
      return;
    }
    for (String bounce : List.of("Permanent", "Transient", "Undetermined")) {
      String detail = TAGS + ", \"bounce\": {\"bounceType\": \"" + bounce + "\"}";
      row(type, type.detailType() + ", " + bounce, detail, out);
    }
  }

  private static void sms(EventType type, String event, StringBuilder out) {
    String detail =
        "\"eventType\": \"%s\", \"context\": {\"messageId\": \"m\", \"customer\": \"QzE\"}"
            .formatted(event);
    row(type, event, detail, out);
  }

  private static void row(EventType type, String name, String detail, StringBuilder out) {
    EventEnvelope event =
        EventEnvelope.parse(
            """
            {"id": "1", "source": "%s", "detail-type": "%s", "time": "2026-01-18T16:45:00Z",
             "detail": {%s}}
            """
                .formatted(type.source(), type.detailType(), detail));
    Optional<Feedback> read = FeedbackEvents.read(event);
    out.append("| `%s` | %s | %s |\n".formatted(type.source(), name, meaning(read)));
  }

  private static String meaning(Optional<Feedback> read) {
    return read.map(
            feedback -> {
              FeedbackKind kind = feedback.kind();
              String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
              String closes = kind.closing().map(_ -> feedback.channelType()).orElse("");
              return words + " | `" + kind.state() + "` | " + closes;
            })
        .orElse("nothing |  | ");
  }
}
