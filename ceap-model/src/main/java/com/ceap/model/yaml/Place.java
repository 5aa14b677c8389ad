package com.ceap.model.yaml;

import java.util.regex.Pattern;

/**
 * Where something stands in a file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param path the keys that lead there, such as {@code filterChain[2].parameters}; blank for the
 *     root
 */
public record Place(int line, String path) {
  public static final Place FILE = new Place(0, "");

  private static final Pattern PLAIN = Pattern.compile("[\\w-]+");

  /** A key below this place. */
  public Place key(String key, int keyLine) {
    String part = PLAIN.matcher(key).matches() ? key : "[\"" + key + "\"]";
    boolean dotted = !path.isEmpty() && !part.startsWith("[");
    return new Place(keyLine, path + (dotted ? "." : "") + part);
  }

  /** An item of a list at this place, from 0. */
  public Place item(int index, int itemLine) {
    return new Place(itemLine, path + "[" + index + "]");
  }
}
