package com.ceap.storage.table;

/** The order of text by its UTF-8 bytes, which is that of its code points. */
public final class Utf8Order {

  private Utf8Order() {}

  public static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // In UTF-16 surrogates sort below U+E000 to U+FFFF, in UTF-8 above them.
        boolean surrogateX = Character.isSurrogate(x);
        boolean surrogateY = Character.isSurrogate(y);
        return surrogateX == surrogateY ? Character.compare(x, y) : (surrogateX ? 1 : -1);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** The least text above every text that begins so; empty where there is none. */
  public static String successor(String prefix) {
    int end = prefix.length();
    while (end > 0) {
      int last = prefix.codePointBefore(end);
      end -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return prefix.substring(0, end) + Character.toString(next);
      }
    }
    return "";
  }
}
