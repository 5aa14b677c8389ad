package com.ceap.lambdas.events;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The events by which feedback on messages comes in. */
public final class FeedbackEvents {
  private static final List<EventType> TYPES =
      Stream.concat(
              Stream.of(
                  MessageFeedback.TYPE, new EventType(SmsFeedback.SOURCE, SmsFeedback.DETAIL_TYPE)),
              Stream.of(
                      "Email Sent",
                      "Email Delivered",
                      "Email Delivery Delayed",
                      "Email Bounced",
                      "Email Complaint Received",
                      "Email Rejected",
                      "Email Rendering Failed",
                      "Email Opened",
                      "Email Clicked")
                  .map(name -> new EventType(SesFeedback.SOURCE, name)))
          .toList();

  private FeedbackEvents() {}

  /** All of them. */
  public static List<EventType> types() {
    return TYPES;
  }

  /**
   * Reads one of them; empty where it is about a message that is not ours, or says nothing of what
   * became of it.
   *
   * @throws com.ceap.model.error.CeapException EVENT_INVALID with every field that is wrong
   */
  public static Optional<Feedback> read(EventEnvelope event) {
    return switch (event.source()) {
      case SesFeedback.SOURCE -> SesFeedback.read(event);
      case SmsFeedback.SOURCE -> SmsFeedback.read(event);
      default -> Optional.of(MessageFeedback.read(event));
    };
  }
}
