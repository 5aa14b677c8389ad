package com.ceap.channels.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a message has to say for each placeholder; what it does not know is absent, never blank.
 * Every value is one line.
 */
public record Values(Map<Placeholder, String> known) {
  public Values {
    EnumMap<Placeholder, String> copy = new EnumMap<>(Placeholder.class);
    known.forEach(
        (placeholder, value) -> {
          String line = CleanText.line(value);
          if (!line.isEmpty()) {
            copy.put(placeholder, line);
          }
        });
    known = Collections.unmodifiableMap(copy);
  }

  public Optional<String> find(Placeholder placeholder) {
    return Optional.ofNullable(known.get(placeholder));
  }

  /** These values and others, which win. */
  public Values with(Map<Placeholder, String> others) {
    EnumMap<Placeholder, String> all = new EnumMap<>(Placeholder.class);
    all.putAll(known);
    all.putAll(others);
    return new Values(all);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Values" + known.keySet();
  }
}
