package com.ceap.local.functions;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes a body out of the chunks in which the SDK sends it with a checksum at its end: {@code
 * size[;signature] CRLF bytes CRLF …}, the last of size 0 ("SigV4 streaming" in the S3 reference).
 */
final class AwsChunks {
  private AwsChunks() {}

  static byte[] decode(byte[] body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (true) {
      int line = endOfLine(body, at);
      String head = new String(body, at, line - at, StandardCharsets.US_ASCII);
      int size = Integer.parseInt(head.split(";", 2)[0], 16);
      if (size == 0) {
        return whole.toByteArray();
      }
      whole.write(body, line + 2, size);
      at = line + 2 + size + 2;
    }
  }

  private static int endOfLine(byte[] body, int from) {
    int at = from;
    while (body[at] != '\r') {
      at++;
    }
    return at;
  }
}
