package com.ceap.lambdas.events;

import java.util.regex.Pattern;

/**
 * Feedback from whoever knows more than the provider says on the bus: an app that a push message
 * opened, a gateway that received a STOP.
 */
final class MessageFeedback {
  static final EventType TYPE = new EventType("ceap.feedback", "MessageFeedback");
  private static final Pattern KINDS =
      Pattern.compile("accepted|delivered|opened|clicked|bounced|rejected|complained|opted-out");
  private static final Pattern CHANNEL_TYPES = Pattern.compile("email|sms|push");

  private MessageFeedback() {}

  static Feedback read(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    boolean permanent = detail.findFlag("permanent").orElse(false);
    String kind = detail.form("kind", KINDS, "one of " + KINDS.pattern().replace("|", ", "));
    Feedback feedback =
        new Feedback(
            detail.id("customerId"),
            detail.id("messageId"),
            detail.form("channelType", CHANNEL_TYPES, "email, sms or push"),
            kind(kind, permanent),
            detail.findTime("timestamp").orElse(event.time()),
            detail.findText("reason"));
    problems.throwIfAny(TYPE.detailType());
    return feedback;
  }

  private static FeedbackKind kind(String kind, boolean permanent) {
    return switch (kind) {
      case "delivered" -> FeedbackKind.DELIVERED;
      case "opened" -> FeedbackKind.OPENED;
      case "clicked" -> FeedbackKind.CLICKED;
      case "bounced" ->
          permanent ? FeedbackKind.BOUNCED_PERMANENTLY : FeedbackKind.BOUNCED_TRANSIENTLY;
      case "rejected" -> FeedbackKind.REJECTED;
      case "complained" -> FeedbackKind.COMPLAINED;
      case "opted-out" -> FeedbackKind.OPTED_OUT;
      default -> FeedbackKind.ACCEPTED;
    };
  }
}
