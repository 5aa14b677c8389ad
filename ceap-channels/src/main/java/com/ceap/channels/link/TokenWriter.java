package com.ceap.channels.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes a token's fields in as few bytes as can be, since a text message is billed by length:
 * numbers seven bits to a byte, texts with their length before them, hexadecimal ids packed.
 */
final class TokenWriter {
  static final int HEX = 1;
  private static final int LEAST_PACKED = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TokenWriter number(long number) {
    long rest = number;
    while (rest > 0x7F) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  TokenWriter text(String text) {
    boolean packed = isPackable(text);
    byte[] bytes = packed ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
    number(((long) bytes.length << 1) | (packed ? HEX : 0));
    out.writeBytes(bytes);
    return this;
  }

  private static boolean isPackable(String text) {
    if (text.length() < LEAST_PACKED || text.length() % 2 != 0) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
