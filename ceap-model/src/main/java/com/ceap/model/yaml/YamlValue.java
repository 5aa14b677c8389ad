package com.ceap.model.yaml;

import java.util.List;
import java.util.Optional;

/** A value of a YAML document and where it stands; immutable. */
public sealed interface YamlValue {
  Place place();

  /** How a message names the value: short, on one line. */
  String shown();

  /** A key without a value, or an explicit null. */
  record Nothing(Place place) implements YamlValue {
    @Override
    public String shown() {
      return "nothing";
    }
  }

  /**
   * A single value.
   *
   * @param value String, Long, Double or Boolean; a whole number beyond long is a Double
   * @param text as it was written
   */
  record Scalar(Place place, Object value, String text) implements YamlValue {
    private static final int SHOWN = 60;

    @Override
    public String shown() {
      String line =
          text.codePoints()
              .limit(SHOWN)
              .collect(StringBuilder::new, Scalar::add, StringBuilder::append)
              .toString();
      String cut = line.length() < text.length() ? line + "…" : line;
      return value instanceof String ? "'" + cut + "'" : cut;
    }

    private static void add(StringBuilder shown, int codePoint) {
      shown.appendCodePoint(Character.isISOControl(codePoint) ? ' ' : codePoint);
    }
  }

  /** A list. */
  record Sequence(Place place, List<YamlValue> items) implements YamlValue {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list of " + items.size();
    }
  }

  /** A block of keys, each once, in the order of the file. */
  record Mapping(Place place, List<Entry> entries) implements YamlValue {
    public Mapping {
      entries = List.copyOf(entries);
    }

    public Optional<YamlValue> find(String key) {
      return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
    }

    /** The block below a key; empty where there is none or something else. */
    public Optional<Mapping> block(String key) {
      return find(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** The items of the list below a key; none where there is no list. */
    public List<YamlValue> items(String key) {
      return find(key)
          .filter(Sequence.class::isInstance)
          .map(value -> ((Sequence) value).items())
          .orElse(List.of());
    }

    @Override
    public String shown() {
      return "a block of " + entries.size() + (entries.size() == 1 ? " key" : " keys");
    }
  }

  /** A key of a mapping with its value; the place is the key's. */
  record Entry(Place place, String key, YamlValue value) {}
}
