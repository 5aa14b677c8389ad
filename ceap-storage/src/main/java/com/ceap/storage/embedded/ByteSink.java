package com.ceap.storage.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array, reused for one row after another by one thread. */
final class ByteSink {

  private byte[] bytes = new byte[1024];
  private int size;

  void reset() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  ByteSink put(byte value) {
    room(1);
    bytes[size++] = value;
    return this;
  }

  void putText(String text) {
    putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void putBytes(byte[] value) {
    putUnsigned(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  /** Big-endian. */
  void putLong(long value) {
    room(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  /** Zigzag, so that small negative numbers are short too. */
  void putSigned(long value) {
    putUnsigned((value << 1) ^ (value >> 63));
  }

  /** Seven bits a byte, the lowest first. */
  void putUnsigned(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void room(int wanted) {
    if (size + wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + wanted));
    }
  }
}
