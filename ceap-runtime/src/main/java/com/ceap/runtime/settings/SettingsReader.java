package com.ceap.runtime.settings;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes typed settings out of named texts and keeps a list of all that is wrong. What is blank
 * counts as absent. For one thread.
 */
public final class SettingsReader {
  private static final String SHOWN_INSTEAD = "";

  private final Map<String, String> texts;
  private final List<String> problems = new ArrayList<>();

  public SettingsReader(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /** Whether any of these is given. */
  public boolean any(List<String> names) {
    return names.stream().anyMatch(name -> find(name).isPresent());
  }

  /**
   * A setting that must be there.
   *
   * @param pattern a regular expression for the whole of it
   * @param right what would be right, as in "must be …"
   */
  public String text(String name, String pattern, String right) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      problems.add("%s is missing; it must be %s".formatted(name, right));
      return SHOWN_INSTEAD;
    }
    return optional(name, pattern, right).orElse(SHOWN_INSTEAD);
  }

  /** A setting that may be absent. */
  public Optional<String> optional(String name, String pattern, String right) {
    Optional<String> text = find(name);
    if (text.isPresent() && !text.get().matches(pattern)) {
      problems.add("%s must be %s, was '%s'".formatted(name, right, text.get()));
      return Optional.empty();
    }
    return text;
  }

  /** A whole number that must be there. */
  public int count(String name, int min, int max) {
    String right = "a whole number from %d to %d".formatted(min, max);
    String text = text(name, "\\d{1,9}", right);
    int count = text.isEmpty() ? min : Integer.parseInt(text);
    if (count < min || count > max) {
      problems.add("%s must be %s, was '%s'".formatted(name, right, text));
      return min;
    }
    return count;
  }

  /**
   * A setting that is read by somebody else, whose IllegalArgumentException says what is wrong.
   *
   * @return empty where it is absent or wrong
   */
  public <T> Optional<T> parsed(String name, Function<String, T> parse) {
    try {
      return find(name).map(parse);
    } catch (IllegalArgumentException e) {
      problems.add("%s: %s".formatted(name, e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * A setting such as {@code STANDARD,KEY=VALUE,KEY=VALUE}: one value for everything, and others
   * for what is named.
   *
   * @return by key; the one for everything under the empty key
   */
  public Map<String, String> byKey(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : find(name).orElse("").split(",", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals).strip();
      String value = part.substring(equals + 1).strip();
      if (!value.isEmpty() && values.put(key, value) != null) {
        problems.add(
            "%s gives two values for %s".formatted(name, key.isEmpty() ? "everything" : key));
      }
    }
    return values;
  }

  /** Adds a problem that only the caller can see. */
  public void problem(String text) {
    problems.add(text);
  }

  /**
   * Ends the reading.
   *
   * @throws CeapException SETTINGS_INVALID with every problem
   */
  public void finish() {
    if (!problems.isEmpty()) {
      throw new CeapException(
          ErrorCode.SETTINGS_INVALID,
          "the function's environment variables are not right:\n  "
              + String.join("\n  ", problems));
    }
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(texts.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
