package com.ceap.lambdas.events;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with one event, collected, so that its publisher learns of everything at once.
 * Values of text fields are never repeated: they may be the customer's.
 */
final class EventProblems {
  private static final int MOST_NAMED = 10;

  private final List<String> problems = new ArrayList<>(0);

  void missing(String field, String wanted) {
    note(field + " is missing, it must be " + wanted);
  }

  void wrong(String field, String wanted, String found) {
    note(field + " must be " + wanted + ", was " + found);
  }

  void wrong(String field, String wanted, JsonNode found) {
    wrong(field, wanted, shown(found));
  }

  /** A field may be looked at twice, as any event's and as that of its kind. */
  private void note(String problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Ends the reading where something was wrong.
   *
   * @param event for the message, such as {@code CartAbandoned}
   * @throws CeapException EVENT_INVALID
   */
  void throwIfAny(String event) {
    if (!problems.isEmpty()) {
      throw new CeapException(
          ErrorCode.EVENT_INVALID, "event " + event + " is invalid: " + sentence());
    }
  }

  private String sentence() {
    if (problems.size() <= MOST_NAMED) {
      return String.join("; ", problems);
    }
    return String.join("; ", problems.subList(0, MOST_NAMED))
        + "; and "
        + (problems.size() - MOST_NAMED)
        + " more";
  }

  private static String shown(JsonNode found) {
    return switch (found.getNodeType()) {
      case NUMBER, BOOLEAN -> found.asText();
      case STRING -> "text of " + found.textValue().length() + " characters";
      case ARRAY -> "a list of " + found.size();
      case OBJECT, POJO -> "an object";
      case NULL, MISSING -> "null";
      case BINARY -> "bytes";
    };
  }
}
