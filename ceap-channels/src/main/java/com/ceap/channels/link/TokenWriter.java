package com.ceap.channels.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Writes a token's fields in as few bytes as can be, since a text message is billed by length:
 * numbers seven bits to a byte, texts with their length before them, hexadecimal ids packed.
 */
final class TokenWriter {
  static final int HEX = 1;
  private static final Pattern PACKABLE = Pattern.compile("([0-9a-f]{2}){4,}");

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
    boolean packed = PACKABLE.matcher(text).matches();
    byte[] bytes = packed ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
    number(((long) bytes.length << 1) | (packed ? HEX : 0));
    out.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
