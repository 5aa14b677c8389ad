package com.ceap.lambdas.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Feedback on e-mails as SES publishes it to the default bus
 * (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html for
 * {@code detail}, https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html for the
 * names).
 */
final class SesFeedback {
  static final String SOURCE = "aws.ses";
  private static final String CHANNEL = "email";

  private SesFeedback() {}

  /** Empty where it is about a mail that is not ours, or says nothing of what became of it. */
  static Optional<Feedback> read(EventEnvelope event) {
    return report(event.detailType(), event.detail()).flatMap(report -> feedback(event, report));
  }

  /** What happened, the part of the event that describes it, and the provider's words. */
  private record Report(FeedbackKind kind, String part, Optional<String> words) {
    Report(FeedbackKind kind, String part) {
      this(kind, part, Optional.empty());
    }
  }

  private static Optional<Report> report(String detailType, JsonNode detail) {
    return switch (detailType) {
      case "Email Sent" -> Optional.of(new Report(FeedbackKind.ACCEPTED, "mail"));
      case "Email Delivery Delayed" ->
          Optional.of(new Report(FeedbackKind.ACCEPTED, "deliveryDelay"));
      case "Email Delivered" -> Optional.of(new Report(FeedbackKind.DELIVERED, "delivery"));
      case "Email Opened" -> Optional.of(new Report(FeedbackKind.OPENED, "open"));
      case "Email Clicked" -> Optional.of(new Report(FeedbackKind.CLICKED, "click"));
      case "Email Rejected" -> Optional.of(new Report(FeedbackKind.REJECTED, "reject"));
      case "Email Rendering Failed" -> Optional.of(new Report(FeedbackKind.REJECTED, "failure"));
      case "Email Bounced" -> Optional.of(bounce(detail.path("bounce")));
      case "Email Complaint Received" -> complaint(detail.path("complaint"));
      default -> Optional.empty();
    };
  }

  private static Report bounce(JsonNode bounce) {
    boolean permanent = bounce.path("bounceType").asText().equalsIgnoreCase("Permanent");
    String words = bounce.path("bounceType").asText() + "/" + bounce.path("bounceSubType").asText();
    return new Report(
        permanent ? FeedbackKind.BOUNCED_PERMANENTLY : FeedbackKind.BOUNCED_TRANSIENTLY,
        "bounce",
        Optional.of(EventText.clean(words)));
  }

  /** The type {@code not-spam} takes a complaint back. */
  private static Optional<Report> complaint(JsonNode complaint) {
    String type = complaint.path("complaintFeedbackType").asText();
    return type.equals("not-spam")
        ? Optional.empty()
        : Optional.of(
            new Report(
                FeedbackKind.COMPLAINED,
                "complaint",
                Optional.of(EventText.clean(type)).filter(words -> !words.isEmpty())));
  }

  private static Optional<Feedback> feedback(EventEnvelope event, Report report) {
    EventProblems problems = new EventProblems();
    JsonNode detail = event.detail();
    JsonNode tags = detail.path("mail").path("tags");
    EventFields part =
        new EventFields("detail." + report.part() + ".", detail.path(report.part()), problems);
    Instant at = part.findTime("timestamp").orElse(event.time());
    Optional<Feedback> feedback =
        TaggedMessage.of("detail.mail.tags.", name -> tags.path(name).path(0), problems)
            .map(m -> m.feedback(CHANNEL, report.kind(), at, report.words()))
            .map(said -> said.by(reader(report.kind(), detail.path(report.part()))));
    problems.throwIfAny(event.detailType());
    return feedback;
  }

  /** Whoever opened or clicked: {@code userAgent}, and {@code link} of a click. */
  private static Optional<Reader> reader(FeedbackKind kind, JsonNode part) {
    return kind == FeedbackKind.OPENED || kind == FeedbackKind.CLICKED
        ? Optional.of(new Reader(text(part.path("userAgent")), text(part.path("link"))))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }
}
