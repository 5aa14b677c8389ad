package com.ceap.lambdas.events;

import com.ceap.model.Attributes;
import com.ceap.model.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as a candidate comes from it.
 *
 * @param key by which it is recognised when it comes again; empty where the program does not ask
 * @param at when it happened: the detail's timestamp, else the event's time
 * @param attributes everything else of the detail, by canonical name; text is fit to be shown
 */
public record SubjectEvent(
    String eventId,
    Optional<String> key,
    String customerId,
    Subject subject,
    Instant at,
    Attributes attributes) {
  /** An event that never was, of a customer who does not exist, to try the way of one with. */
  public static SubjectEvent ofNobody(String subjectType, Instant at) {
    return new SubjectEvent(
        "-", Optional.empty(), "-", new Subject(subjectType, "-"), at, Attributes.EMPTY);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "SubjectEvent[" + subject.type() + "]";
  }
}
