package com.ceap.channels.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes text that others wrote fit for one line of a message. */
public final class CleanText {
  private static final String ELLIPSIS = "…";

  // Whatever breaks a line, in Unicode too, and every other control character.
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

  // Embeddings, overrides and isolates would turn the text around them; U+FEFF is no space any
  // more.
  private static final Pattern UNWANTED =
      Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\p{Cs}]");

  // The spaces that numbers and dates of some languages are written with, and that must not break.
  private static final String KEPT_SPACES = "\u00A0\u202F";

  private CleanText() {}

  /** The text on one line, without control characters and without what turns its direction. */
  public static String line(String raw) {
    return isPlain(raw) ? raw : cleaned(raw);
  }

  /** Most values are; for them a look is enough. */
  private static boolean isPlain(String raw) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || raw.isEmpty();
  }

  private static String cleaned(String raw) {
    return SPACE
        .matcher(UNWANTED.matcher(raw).replaceAll(""))
        .replaceAll(found -> KEPT_SPACES.contains(found.group()) ? found.group() : " ")
        .strip();
  }

  /**
   * The text on one line, cut with an ellipsis where it is longer.
   *
   * @param max how many code points it has at most, the ellipsis included; at least 1
   */
  public static String line(String raw, int max) {
    String line = line(raw);
    return line.codePointCount(0, line.length()) <= max ? line : cut(line, max - 1) + ELLIPSIS;
  }

  /** Never cuts between a letter and its accents or inside an emoji, unless there is no else. */
  private static String cut(String line, int max) {
    int end = line.offsetByCodePoints(0, max);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int boundary = characters.isBoundary(end) ? end : characters.preceding(end);
    return line.substring(0, boundary > 0 ? boundary : end).strip();
  }
}
