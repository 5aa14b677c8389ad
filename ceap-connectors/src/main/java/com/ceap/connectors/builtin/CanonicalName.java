package com.ceap.connectors.builtin;

import java.util.Locale;
import java.util.regex.Pattern;

/** The convention by which a column's name becomes an attribute's: any spelling to snake_case. */
public final class CanonicalName {
  private static final Pattern WORD_START =
      Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private CanonicalName() {}

  /** {@code customerId}, {@code CUSTOMER_ID} and {@code Customer ID} are all customer_id. */
  public static String of(String column) {
    String words = WORD_START.matcher(column).replaceAll("_");
    String snake = NO_LETTER.matcher(words).replaceAll("_").toLowerCase(Locale.ROOT);
    int start = snake.startsWith("_") ? 1 : 0;
    int end = snake.length() > start && snake.endsWith("_") ? snake.length() - 1 : snake.length();
    String name = snake.substring(start, end);
    return name.isEmpty() ? column : name;
  }
}
