package com.ceap.channels.link;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads what {@link TokenWriter} wrote; a token cut short ends in BufferUnderflowException. */
final class TokenReader {
  private final ByteBuffer in;

  TokenReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      number |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new BufferUnderflowException();
  }

  String text() {
    long header = number();
    if (header >>> 1 > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) (header >>> 1)];
    in.get(bytes);
    return (header & TokenWriter.HEX) == TokenWriter.HEX
        ? HexFormat.of().formatHex(bytes)
        : new String(bytes, StandardCharsets.UTF_8);
  }

  boolean atEnd() {
    return !in.hasRemaining();
  }
}
