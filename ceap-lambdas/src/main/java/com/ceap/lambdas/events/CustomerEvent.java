package com.ceap.lambdas.events;

import com.ceap.model.error.CeapException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Any event about a customer, read only as far as programs have named its fields.
 *
 * @param ids the values of those fields that are there
 */
public record CustomerEvent(
    String customerId, String detailType, Map<String, String> ids, Instant at) {
  public CustomerEvent {
    ids = Map.copyOf(ids);
  }

  /**
   * Reads the event.
   *
   * @param fields names of fields of {@code detail} that hold ids, where they are given
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static CustomerEvent parse(EventEnvelope event, Set<String> fields) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String customerId = detail.id("customerId");
    Map<String, String> ids = new HashMap<>();
    fields.stream()
        .sorted()
        .forEach(field -> detail.findId(field).ifPresent(id -> ids.put(field, id)));
    Instant at = detail.findTime("timestamp").orElse(event.time());
    problems.throwIfAny(event.detailType());
    return new CustomerEvent(customerId, event.detailType(), ids, at);
  }

  public Optional<String> id(String field) {
    return Optional.ofNullable(ids.get(field));
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CustomerEvent[" + detailType + "]";
  }
}
