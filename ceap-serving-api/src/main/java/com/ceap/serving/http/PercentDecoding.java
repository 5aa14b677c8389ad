package com.ceap.serving.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-decoding (RFC 3986, section 2.1), exact: what is no UTF-8 is no text. */
public final class PercentDecoding {
  private PercentDecoding() {}

  /** The text of a path's segment; empty where the encoding is broken. */
  public static Optional<String> segment(String raw) {
    return decode(raw, false);
  }

  /** The text of a name or value in a query, where a plus stands for a blank. */
  public static Optional<String> form(String raw) {
    return decode(raw, true);
  }

  private static Optional<String> decode(String raw, boolean form) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
      return wellFormed(raw) ? Optional.of(raw) : Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c == '%') {
        int octet = octet(raw, i + 1);
        if (octet < 0) {
          return Optional.empty();
        }
        bytes.write(octet);
        i += 3;
      } else {
        int point = raw.codePointAt(i);
        bytes.writeBytes(
            Character.toString(form && c == '+' ? ' ' : point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return utf8(bytes.toByteArray()).filter(text -> wellFormed(raw));
  }

  /** The octet of two hexadecimal digits, or -1. */
  private static int octet(String raw, int at) {
    if (at + 2 > raw.length()) {
      return -1;
    }
    int high = digit(raw.charAt(at));
    int low = digit(raw.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether no half of a surrogate pair stands alone. */
  static boolean wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().noneMatch(p -> p >= 0xD800 && p <= 0xDFFF);
      }
    }
    return true;
  }
}
