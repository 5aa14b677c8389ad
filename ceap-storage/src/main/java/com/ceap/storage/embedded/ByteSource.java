package com.ceap.storage.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link ByteSink} has taken, in the same order. Not thread-safe. */
final class ByteSource {
  private final byte[] bytes;
  private final Names names;
  private int position;

  ByteSource(byte[] bytes, Names names) {
    this.bytes = bytes;
    this.names = names;
  }

  boolean hasMore() {
    return position < bytes.length;
  }

  byte next() {
    return bytes[position++];
  }

  String text() {
    int length = length();
    return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
  }

  /** A text that is likely to come again. */
  String name() {
    int length = length();
    return names.of(bytes, skip(length), length);
  }

  byte[] bytes() {
    int length = length();
    int from = skip(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | (next() & 0xff);
    }
    return value;
  }

  long signed() {
    long zigzag = unsigned();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  /** How many bytes or entries follow. */
  int length() {
    return (int) unsigned();
  }

  private long unsigned() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = next();
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  /** Goes past so many bytes, and answers where they begin. */
  private int skip(int length) {
    int from = position;
    position += length;
    return from;
  }
}
