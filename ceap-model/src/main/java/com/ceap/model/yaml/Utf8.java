package com.ceap.model.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text out of bytes that must be UTF-8. */
final class Utf8 {
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  /** Either text, or the offset of the first byte that is no UTF-8. */
  sealed interface Decoded {
    record Text(String text) implements Decoded {}

    record Malformed(int offset, int line) implements Decoded {}
  }

  private Utf8() {}

  static Decoded decode(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    CharBuffer out = CharBuffer.allocate(content.length);
    // A fresh decoder reports what is malformed.
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    out.flip();
    if (result.isError()) {
      return new Decoded.Malformed(
          in.position(), 1 + (int) out.chars().filter(c -> c == '\n').count());
    }
    boolean marked = out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK;
    return new Decoded.Text(out.subSequence(marked ? 1 : 0, out.length()).toString());
  }
}
