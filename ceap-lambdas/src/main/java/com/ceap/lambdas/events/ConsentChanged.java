package com.ceap.lambdas.events;

import com.ceap.model.Consent;
import com.ceap.model.error.CeapException;
import java.time.Instant;

/**
 * How a customer wants to be addressed, from the system that keeps it.
 *
 * @param updatedAt when the customer said so; of each program and channel the latest word holds
 */
public record ConsentChanged(Consent consent, Instant updatedAt) {
  public static final EventType TYPE = new EventType("ecommerce.customers", "ConsentChanged");

  /**
   * Reads the event. Without program or channel every one is meant.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static ConsentChanged parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String customerId = detail.id("customerId");
    String program = detail.findId("programId").orElse(Consent.ALL);
    String channel = detail.findId("channel").orElse(Consent.ALL);
    boolean optedOut = detail.flag("optedOut");
    Instant updatedAt = detail.findTime("updatedAt").orElse(event.time());
    problems.throwIfAny(TYPE.detailType());
    return new ConsentChanged(new Consent(customerId, program, channel, optedOut), updatedAt);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "ConsentChanged[" + updatedAt + "]";
  }
}
