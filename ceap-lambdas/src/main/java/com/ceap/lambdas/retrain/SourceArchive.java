package com.ceap.lambdas.retrain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * How a model of ours answers, as SageMaker's container wants it: a tar in gzip with one script
 * ("Use your own inference code" in the SageMaker developer guide). The same bytes each time.
 */
final class SourceArchive {
  static final String SCRIPT = "inference.py";

  private static final int BLOCK = 512;

  private SourceArchive() {}

  static byte[] bytes() {
    try (InputStream script = SourceArchive.class.getResourceAsStream(SCRIPT)) {
      return zipped(script.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the class path lacks " + SCRIPT, e);
    }
  }

  private static byte[] zipped(byte[] script) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(header(script.length));
      zip.write(script);
      // The last block is filled up, and two empty ones end the archive.
      zip.write(new byte[Math.floorMod(-script.length, BLOCK) + 2 * BLOCK]);
    }
    return bytes.toByteArray();
  }

  /** POSIX.1-1988's ustar: name, mode, owner, group, size, time, checksum, type, magic. */
  private static byte[] header(int size) {
    ByteBuffer header = ByteBuffer.allocate(BLOCK);
    put(header, 0, SCRIPT);
    put(header, 100, "0000644\0");
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    put(header, 124, octal("%011o\0", size));
    put(header, 136, octal("%011o\0", 0));
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte one : header.array()) {
      sum += one & 0xff;
    }
    put(header, 148, octal("%06o\0 ", sum));
    return header.array();
  }

  private static String octal(String format, int number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static void put(ByteBuffer header, int at, String text) {
    header.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }
}
