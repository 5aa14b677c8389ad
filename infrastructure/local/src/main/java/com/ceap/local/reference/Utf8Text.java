package com.ceap.local.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text that must be UTF-8; a byte order mark at its front is skipped. */
final class Utf8Text extends Reader {
  private final BufferedReader text;
  private char last = '\n';

  Utf8Text(InputStream bytes) throws IOException {
    text =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            TableFile.BUFFER);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
  }

  /** The first line, up to a limit, without moving on. */
  String peekLine() throws IOException {
    char[] front = new char[TableFile.BUFFER / 2];
    text.mark(front.length);
    int length = text.read(front);
    text.reset();
    return length < 0 ? "" : new String(front, 0, length).lines().findFirst().orElse("");
  }

  String readLine() throws IOException {
    return text.readLine();
  }

  /** The last character read that does not end a line. */
  char last() {
    return last;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = text.read(buffer, offset, length);
    for (int i = offset + count - 1; i >= offset; i--) {
      if (buffer[i] != '\n' && buffer[i] != '\r') {
        last = buffer[i];
        break;
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
