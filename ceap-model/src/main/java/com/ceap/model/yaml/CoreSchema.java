package com.ceap.model.yaml;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which plain scalars are numbers, flags or nothing: YAML 1.2's core schema, as editors read it. So
 * NO is Norway, 10:00 is a time of day and 2026-11-20 a text. <a
 * href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, 10.3</a>
 */
final class CoreSchema extends Resolver {
  private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL");
  private static final Pattern MERGING = Pattern.compile("<<");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, anchored(FLAG), "tTfF");
    addImplicitResolver(Tag.INT, anchored(WHOLE), "-+0123456789");
    addImplicitResolver(Tag.FLOAT, anchored(DECIMAL), "-+.0123456789");
    addImplicitResolver(Tag.MERGE, anchored(MERGING), "<");
    addImplicitResolver(Tag.NULL, anchored(NOTHING), "~nN");
    addImplicitResolver(Tag.NULL, EMPTY, null);
  }

  // The resolver looks for a match anywhere in the scalar.
  private static Pattern anchored(Pattern pattern) {
    return Pattern.compile("^(?:" + pattern.pattern() + ")$");
  }

  /** The value of a scalar of one of the core tags, from its text; text where it does not fit. */
  static Object value(Tag tag, String text) {
    if (tag.equals(Tag.BOOL) && FLAG.matcher(text).matches()) {
      return text.length() == "true".length();
    }
    if (tag.equals(Tag.INT) && WHOLE.matcher(text).matches()) {
      return whole(text);
    }
    if (tag.equals(Tag.FLOAT) && DECIMAL.matcher(text).matches()) {
      return decimal(text);
    }
    return text;
  }

  private static Object whole(String text) {
    try {
      return text.startsWith("0o")
          ? (Object) Long.valueOf(text.substring(2), 8)
          : text.startsWith("0x") ? Long.valueOf(text.substring(2), 16) : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private static double decimal(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith("nan")) {
      return Double.NaN;
    }
    if (lower.endsWith("inf")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(text);
  }
}
