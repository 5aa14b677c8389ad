package com.ceap.storage.embedded;

import java.nio.charset.StandardCharsets;

/**
 * Names of attributes that were read lately. The same dozen come with every row, so most are taken
 * from here instead of being made anew. Thread-safe: two threads may replace each other's names.
 */
final class Names {
  private static final int SLOTS = 512;
  private static final int LONGEST = 64;

  private final String[] slots = new String[SLOTS];

  /** The name that these bytes of UTF-8 spell. */
  String of(byte[] bytes, int offset, int length) {
    if (length > LONGEST) {
      return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    String known = slots[slot];
    if (known != null && spells(known, bytes, offset, length)) {
      return known;
    }
    String name = new String(bytes, offset, length, StandardCharsets.UTF_8);
    slots[slot] = name;
    return name;
  }

  /** Never for a name beyond ASCII, whose bytes are negative or more than its characters. */
  private static boolean spells(String name, byte[] bytes, int offset, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != bytes[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
