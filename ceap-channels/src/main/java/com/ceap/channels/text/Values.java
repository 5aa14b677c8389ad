package com.ceap.channels.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a message has to say for each placeholder; what it does not know is absent, never blank.
 * Every value is one line. Immutable.
 */
public final class Values {
  private final EnumMap<Placeholder, String> known;

  /** Of values as they come, which are made one line each. */
  public Values(Map<Placeholder, String> said) {
    this.known = new EnumMap<>(Placeholder.class);
    said.forEach(this::put);
  }

  private Values(Values before) {
    this.known = new EnumMap<>(before.known);
  }

  private void put(Placeholder placeholder, String value) {
    String line = CleanText.line(value);
    if (line.isEmpty()) {
      known.remove(placeholder);
    } else {
      known.put(placeholder, line);
    }
  }

  public Map<Placeholder, String> known() {
    return Collections.unmodifiableMap(known);
  }

  public Optional<String> find(Placeholder placeholder) {
    return Optional.ofNullable(known.get(placeholder));
  }

  /** These values and others, which win. */
  public Values with(Map<Placeholder, String> others) {
    Values all = new Values(this);
    others.forEach(all::put);
    return all;
  }

  /** These values and others, which win. */
  public Values with(Values others) {
    Values all = new Values(this);
    all.known.putAll(others.known);
    return all;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Values" + known.keySet();
  }
}
