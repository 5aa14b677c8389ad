package com.ceap.lambdas.events;

import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Reads the events of a program, whatever they are called: the customer from {@code
 * detail.customerId}, the subject from {@code detail.cartId} where the program is about carts. An
 * event that the platform knows is held to its schema too. Thread-safe.
 */
public final class SubjectEvents {
  private static final String CUSTOMER = "customerId";
  private static final String TIME = "timestamp";
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

  private final String subjectType;
  private final String subjectField;
  private final Duration life;
  private final DetailAttributes attributes;

  /**
   * For the events of one program.
   *
   * @param life how long a candidate lives; an event older than that comes too late
   */
  public SubjectEvents(String subjectType, Duration life) {
    this.subjectType = subjectType;
    this.subjectField = subjectType + "Id";
    this.life = life;
    this.attributes = new DetailAttributes(Set.of(CUSTOMER, subjectField, TIME));
  }

  /**
   * Reads an event.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong; EVENT_LATE;
   *     EVENT_FROM_FUTURE
   */
  public SubjectEvent read(EventEnvelope event, Instant now) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String customerId = detail.id(CUSTOMER);
    String subjectId = detail.id(subjectField);
    Instant at = detail.findTime(TIME).orElse(event.time());
    if (event.detailType().equals(CartAbandoned.TYPE.detailType())) {
      CartAbandoned.check(detail);
    }
    var values = attributes.read(event.detail(), problems);
    problems.throwIfAny(event.detailType());
    requireTimely(event.detailType(), at, now);
    return new SubjectEvent(
        event.id(), customerId, new Subject(subjectType, subjectId), at, values);
  }

  private void requireTimely(String detailType, Instant at, Instant now) {
    if (at.isAfter(now.plus(CLOCK_ERROR))) {
      throw new CeapException(
          ErrorCode.EVENT_FROM_FUTURE,
          "event %s happened at %s, which is more than %d minutes ahead of %s"
              .formatted(detailType, at, CLOCK_ERROR.toMinutes(), now));
    }
    if (!at.isAfter(now.minus(life))) {
      throw new CeapException(
          ErrorCode.EVENT_LATE,
          "event %s happened at %s; its candidate would have lived %d days and be gone at %s"
              .formatted(detailType, at, life.toDays(), now));
    }
  }
}
