package com.ceap.lambdas.events;

import com.ceap.model.Attributes;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Deduplication;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the events of a program, whatever they are called: the customer from {@code
 * detail.customerId}, the subject from {@code detail.cartId} where the program is about carts. An
 * event of a kind that the platform knows is held to its schema too. Thread-safe.
 */
public final class SubjectEvents {
  private static final String CUSTOMER = "customerId";
  private static final String TIME = "timestamp";
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

  private final String subjectType;
  private final String subjectField;
  private final Duration life;
  private final Optional<EventKey> key;
  private final DetailAttributes attributes;

  public SubjectEvents(Program program) {
    this.subjectType = program.subjectType();
    this.subjectField = subjectType + "Id";
    this.life = Duration.ofDays(program.candidateTTLDays());
    this.key =
        program
            .deduplication()
            .filter(Deduplication::enabled)
            .map(deduplication -> new EventKey(program.programId(), deduplication));
    this.attributes = new DetailAttributes(Set.of(CUSTOMER, subjectField, TIME));
  }

  /**
   * Reads an event.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong; EVENT_LATE where it is
   *     older than its candidate would live; EVENT_FROM_FUTURE
   */
  public SubjectEvent read(EventEnvelope event, Instant now) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String customerId = detail.id(CUSTOMER);
    String subjectId = detail.id(subjectField);
    Instant at = detail.findTime(TIME).orElse(event.time());
    if (event.detailType().equals(CartAbandoned.TYPE.detailType())) {
      // Read for what is wrong with it only.
      var _ = CartAbandoned.read(detail, event.time());
    }
    Attributes values = attributes.read(event.detail(), problems);
    Optional<String> known = key.map(k -> k.of(customerId, subjectId, event.detail(), problems));
    problems.throwIfAny(event.detailType());
    requireTimely(event.detailType(), at, now);
    return new SubjectEvent(
        event.id(), known, customerId, new Subject(subjectType, subjectId), at, values);
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
          "event %s happened at %s; a candidate lives %d days, so at %s it comes too late"
              .formatted(detailType, at, life.toDays(), now));
    }
  }
}
