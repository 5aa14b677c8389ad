package com.ceap.lambdas.events;

/** What kind of event it is: who publishes it, and its name there. */
public record EventType(String source, String detailType) {
  public static EventType of(EventEnvelope event) {
    return new EventType(event.source(), event.detailType());
  }
}
