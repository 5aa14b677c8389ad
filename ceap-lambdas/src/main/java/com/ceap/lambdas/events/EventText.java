package com.ceap.lambdas.events;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What text of an event may hold: ids as they are or not at all, names made fit to be shown. */
public final class EventText {
  /** Characters of an id: with it the keys of every table stay within DynamoDB's limits. */
  static final int ID_LENGTH = 200;

  /** Characters of a text for people; what goes beyond is cut off. */
  static final int TEXT_LENGTH = 2000;

  private EventText() {}

  /** Whether it can be an id: some character that is seen, not too many, none that is not. */
  public static boolean isId(String text) {
    if (isPlain(text)) {
      return !text.isEmpty() && text.length() <= ID_LENGTH;
    }
    return text.codePointCount(0, text.length()) <= ID_LENGTH
        && text.codePoints().allMatch(EventText::isShown)
        && text.codePoints().anyMatch(EventText::isSeen);
  }

  /**
   * The same text on one line: line breaks, control characters, text direction marks and halves of
   * characters become single spaces, and none stand at the ends. What is an id stays as it is.
   */
  public static String clean(String text) {
    if (isId(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(Math.min(text.length(), TEXT_LENGTH));
    for (int at = 0; at < text.length() && clean.length() < TEXT_LENGTH; ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      append(point, clean);
    }
    return clean.toString().strip();
  }

  private static void append(int point, StringBuilder clean) {
    boolean afterSpace = clean.isEmpty() || clean.charAt(clean.length() - 1) == ' ';
    if (isSeen(point) || (isJoiner(point) && !afterSpace)) {
      clean.appendCodePoint(point);
    } else if (!afterSpace) {
      clean.append(' ');
    }
  }

  static String between(String what, Number min, Number max) {
    DecimalFormat plain = new DecimalFormat("#.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return what + " from " + plain.format(min) + " to " + plain.format(max);
  }

  /** ASCII that needs no second look: all of it is seen, no space leads, ends or is doubled. */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  /** As {@code [^\p{C}\p{Zl}\p{Zp}]}, by which the JSON Schemas say the same. */
  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isSeen(int point) {
    return isShown(point) && !Character.isSpaceChar(point);
  }

  /** Joiners belong to the writing of several languages and to composed pictograms. */
  private static boolean isJoiner(int point) {
    return point == 0x200C || point == 0x200D;
  }
}
