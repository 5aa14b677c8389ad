package com.ceap.connectors.builtin;

import java.util.Locale;

/**
 * A word, a quoted name, a literal or a sign of a statement.
 *
 * @param text as it stands there, quotes included
 * @param start its offset in the statement
 * @param depth how many parentheses are open around it
 */
record SqlToken(String text, int start, int depth) {
  /** Whether this is a given keyword or sign; case does not matter. */
  boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }

  boolean isName() {
    char first = text.charAt(0);
    return first == '"' || (isWordPart(first) && !Character.isDigit(first) && !isEnd());
  }

  private boolean isEnd() {
    return text.toLowerCase(Locale.ROOT).equals("end");
  }

  String name() {
    return text.charAt(0) == '"'
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }

  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
