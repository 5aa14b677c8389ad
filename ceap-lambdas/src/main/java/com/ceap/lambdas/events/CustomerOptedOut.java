package com.ceap.lambdas.events;

import com.ceap.model.Consent;
import com.ceap.model.error.CeapException;
import java.time.Instant;

/**
 * A customer does not want to be addressed any more, or takes that back.
 *
 * @param at when the customer said so; of each program and channel the latest word holds
 */
public record CustomerOptedOut(Consent consent, Instant at) {
  public static final EventType TYPE = new EventType("ecommerce.customers", "CustomerOptedOut");

  /**
   * Reads the event. Without program or channel every one is meant; {@code optedOut: false} takes
   * an opt-out back.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static CustomerOptedOut parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String customerId = detail.id("customerId");
    String program = detail.findId("programId").orElse(Consent.ALL);
    String channel = detail.findId("channel").orElse(Consent.ALL);
    boolean optedOut = detail.findFlag("optedOut").orElse(true);
    Instant at = detail.findTime("timestamp").orElse(event.time());
    problems.throwIfAny(TYPE.detailType());
    return new CustomerOptedOut(new Consent(customerId, program, channel, optedOut), at);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CustomerOptedOut[" + at + "]";
  }
}
