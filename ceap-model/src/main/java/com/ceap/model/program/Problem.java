package com.ceap.model.program;

import java.util.regex.Pattern;

/**
 * Something wrong with a program's file.
 *
 * @param file as it was given
 * @param line from 1; 0 where the file as a whole is meant
 * @param key the path of the key, such as {@code filterChain[2].parameters.minViewCount}; blank for
 *     the file
 * @param value what stands there, shortened to one line; blank where {@code wrong} says all
 * @param wrong what is wrong
 * @param right what would be right; blank where {@code wrong} says all
 */
public record Problem(String file, int line, String key, String value, String wrong, String right) {
  // \R also holds the line breaks of Unicode.
  private static final Pattern LINE_BREAKING = Pattern.compile("\\R|\\p{Cntrl}");

  public Problem {
    key = oneLine(key);
    value = oneLine(value);
    wrong = oneLine(wrong);
    right = oneLine(right);
  }

  /** All of it on one line: {@code file:line: key: wrong, was value; right}. */
  public String text() {
    return file
        + (line == 0 ? "" : ":" + line)
        + ": "
        + (key.isEmpty() ? "" : key + ": ")
        + wrong
        + (value.isEmpty() ? "" : ", was " + value)
        + (right.isEmpty() ? "" : "; " + right);
  }

  private static String oneLine(String text) {
    return LINE_BREAKING.matcher(text).replaceAll(" ");
  }
}
