package com.ceap.lambdas.events;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What text of an event may hold: ids as they are or not at all, names made fit to be shown. */
public final class EventText {
  /** Characters of an id: with it the keys of every table stay within DynamoDB's limits. */
  static final int ID_LENGTH = 256;

  /** Characters of a text for people; what goes beyond is cut off. */
  static final int TEXT_LENGTH = 500;

  private EventText() {}

  /** Whether it can be an id: not blank, not too long, nothing in it that cannot be seen. */
  public static boolean isId(String text) {
    if (text.isBlank() || text.length() > ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return text.codePoints().allMatch(EventText::isShown);
      }
    }
    return true;
  }

  /**
   * The same text on one line: line breaks, control characters, text direction marks and halves of
   * characters become single spaces, and none stand at the ends.
   */
  public static String clean(String text) {
    if (text.length() <= TEXT_LENGTH && isPlain(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(Math.min(text.length(), TEXT_LENGTH));
    int[] points = text.codePoints().limit(2L * TEXT_LENGTH).toArray();
    for (int point : points) {
      boolean space = !isShown(point) || Character.isSpaceChar(point);
      if (!space && clean.length() + Character.charCount(point) <= TEXT_LENGTH) {
        clean.appendCodePoint(point);
      } else if (space && !clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    }
    return clean.toString().strip();
  }

  static String between(String what, Number min, Number max) {
    DecimalFormat plain = new DecimalFormat("#.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return what + " from " + plain.format(min) + " to " + plain.format(max);
  }

  /** ASCII that needs no cleaning. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return !text.startsWith(" ") && !text.endsWith(" ") && !text.contains("  ");
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> isJoiner(point);
      default -> true;
    };
  }

  /** Joiners belong to the writing of several languages and to composed pictograms. */
  private static boolean isJoiner(int point) {
    return point == 0x200C || point == 0x200D;
  }
}
