package com.ceap.lambdas.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads the fields of a JSON object and notes what is wrong with them. Where a required field is
 * wrong the answer only stands in, to read on: {@link EventProblems#throwIfAny} must be called
 * before anything is used. A field that is {@code null} counts as absent.
 */
final class EventFields {
  private static final String ID =
      "an id of 1 to " + EventText.ID_LENGTH + " characters without control characters";
  private static final String TIME = "a time such as \"2026-01-18T16:45:00Z\"";

  private final String path;
  private final JsonNode object;
  private final EventProblems problems;

  /**
   * The fields of an object.
   *
   * @param path what comes before a field's name in messages, such as {@code "detail."}
   */
  EventFields(String path, JsonNode object, EventProblems problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
  }

  /** An id that must be there. */
  String id(String name) {
    return required(name, ID, findId(name)).orElse("");
  }

  Optional<String> findId(String name) {
    JsonNode found = object.get(name);
    if (absent(found)) {
      return Optional.empty();
    }
    if (found.isTextual() && EventText.isId(found.textValue())) {
      return Optional.of(found.textValue());
    }
    problems.wrong(path + name, ID, found);
    return Optional.of("");
  }

  /** Text for people that must be there; line breaks and control characters are taken out. */
  String text(String name) {
    return required(name, "text", findText(name)).orElse("");
  }

  Optional<String> findText(String name) {
    JsonNode found = object.get(name);
    if (absent(found)) {
      return Optional.empty();
    }
    String clean = found.isTextual() ? EventText.clean(found.textValue()) : "";
    if (clean.isEmpty()) {
      problems.wrong(path + name, "text that can be shown", found);
    }
    return Optional.of(clean);
  }

  /** A number between {@code min} and {@code max}, both included, that must be there. */
  double number(String name, double min, double max) {
    OptionalDouble number = findNumber(name, min, max);
    if (number.isEmpty()) {
      problems.missing(path + name, EventText.between("a number", min, max));
    }
    return number.orElse(min);
  }

  OptionalDouble findNumber(String name, double min, double max) {
    JsonNode found = object.get(name);
    if (absent(found)) {
      return OptionalDouble.empty();
    }
    double number = found.isNumber() ? found.doubleValue() : Double.NaN;
    if (number >= min && number <= max) {
      return OptionalDouble.of(number);
    }
    problems.wrong(path + name, EventText.between("a number", min, max), found);
    return OptionalDouble.of(min);
  }

  /** A whole number between {@code min} and {@code max}, both included, that must be there. */
  long whole(String name, long min, long max) {
    OptionalLong number = findWhole(name, min, max);
    if (number.isEmpty()) {
      problems.missing(path + name, EventText.between("a whole number", min, max));
    }
    return number.orElse(min);
  }

  OptionalLong findWhole(String name, long min, long max) {
    JsonNode found = object.get(name);
    if (absent(found)) {
      return OptionalLong.empty();
    }
    if (found.canConvertToExactIntegral()
        && found.canConvertToLong()
        && found.longValue() >= min
        && found.longValue() <= max) {
      return OptionalLong.of(found.longValue());
    }
    problems.wrong(path + name, EventText.between("a whole number", min, max), found);
    return OptionalLong.of(min);
  }

  /** True or false, that must be there. */
  boolean flag(String name) {
    return required(name, "true or false", findFlag(name)).orElse(false);
  }

  Optional<Boolean> findFlag(String name) {
    JsonNode found = object.get(name);
    if (absent(found)) {
      return Optional.empty();
    }
    if (!found.isBoolean()) {
      problems.wrong(path + name, "true or false", found);
    }
    return Optional.of(found.asBoolean());
  }

  /** Text of a form that must be there. */
  String form(String name, Pattern form, String wanted) {
    return required(name, wanted, findForm(name, form, wanted)).orElse("");
  }

  Optional<String> findForm(String name, Pattern form, String wanted) {
    JsonNode found = object.get(name);
    if (absent(found)) {
      return Optional.empty();
    }
    if (!found.isTextual() || !form.matcher(found.textValue()).matches()) {
      problems.wrong(path + name, wanted, found);
      return Optional.of("");
    }
    return Optional.of(found.textValue());
  }

  /** A point in time that must be there. */
  Instant time(String name) {
    return required(name, TIME, findTime(name)).orElse(Instant.EPOCH);
  }

  Optional<Instant> findTime(String name) {
    JsonNode found = object.get(name);
    if (absent(found)) {
      return Optional.empty();
    }
    try {
      return Optional.of(EventTime.parse(found.isTextual() ? found.textValue() : ""));
    } catch (DateTimeException _) {
      problems.wrong(path + name, TIME, found);
      return Optional.of(Instant.EPOCH);
    }
  }

  /** The fields of an object that must be there. */
  JsonNode object(String name) {
    JsonNode found = object.path(name);
    if (found.isMissingNode()) {
      problems.missing(path + name, "an object");
    } else if (!found.isObject()) {
      problems.wrong(path + name, "an object", found);
    }
    return found;
  }

  /** The objects of a list, none where there is no list. */
  List<EventFields> objects(String name, int max) {
    return absent(object.get(name)) ? List.of() : objects(name, 0, max);
  }

  /** The objects of a list of {@code min} to {@code max} that must be there. */
  List<EventFields> objects(String name, int min, int max) {
    JsonNode found = object.get(name);
    String wanted = "a list of " + min + " to " + max;
    if (absent(found)) {
      problems.missing(path + name, wanted);
      return List.of();
    }
    if (!found.isArray() || found.size() < min || found.size() > max) {
      problems.wrong(path + name, wanted, found);
      return List.of();
    }
    List<EventFields> elements = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      elements.add(element(path + name + "[" + i + "]", found.get(i)));
    }
    return elements;
  }

  private EventFields element(String name, JsonNode element) {
    if (!element.isObject()) {
      problems.wrong(name, "an object", element);
    }
    return new EventFields(name + ".", element, problems);
  }

  private <T> Optional<T> required(String name, String wanted, Optional<T> found) {
    if (found.isEmpty()) {
      problems.missing(path + name, wanted);
    }
    return found;
  }

  private static boolean absent(JsonNode found) {
    return found == null || found.isNull();
  }
}
