package com.ceap.model.yaml;

import java.util.Comparator;

/**
 * One text for all files that say the same: without comments, order of keys, quotes, anchors and
 * layout.
 */
public final class CanonicalText {
  private CanonicalText() {}

  public static String of(YamlValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(YamlValue value, StringBuilder out) {
    switch (value) {
      case YamlValue.Nothing _ -> out.append("~");
      case YamlValue.Scalar scalar -> scalar(scalar, out);
      case YamlValue.Sequence list -> {
        out.append('[');
        list.items().forEach(item -> write(item, out.append(' ')));
        out.append(']');
      }
      case YamlValue.Mapping mapping -> {
        out.append('{');
        mapping.entries().stream()
            .sorted(Comparator.comparing(YamlValue.Entry::key))
            .forEach(entry -> write(entry.value(), text(entry.key(), out)));
        out.append('}');
      }
    }
  }

  private static void scalar(YamlValue.Scalar scalar, StringBuilder out) {
    if (scalar.value() instanceof String text) {
      text(text, out);
    } else {
      out.append(scalar.value());
    }
  }

  // The length before the text keeps any two texts apart without escapes.
  private static StringBuilder text(String text, StringBuilder out) {
    return out.append(text.length()).append(':').append(text);
  }
}
