package com.ceap.local.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells the content of a table's files.
 *
 * @param outside their paths, sizes and times: while it is the same, so is the content
 * @param files the files, of which {@link #content()} is read only where the outside differs
 */
record Fingerprint(String outside, List<Path> files) {
  static Fingerprint of(List<Path> files) {
    StringBuilder outside = new StringBuilder();
    try {
      for (Path file : files) {
        outside
            .append(file)
            .append('\n')
            .append(Files.size(file))
            .append(' ')
            .append(Files.getLastModifiedTime(file).toInstant())
            .append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at a table of the warehouse", e);
    }
    byte[] text = outside.toString().getBytes(StandardCharsets.UTF_8);
    return new Fingerprint(HexFormat.of().formatHex(sha256().digest(text)), files);
  }

  /** A hash of all bytes. */
  String content() {
    MessageDigest hash = sha256();
    byte[] buffer = new byte[1 << 16];
    for (Path file : files) {
      try (InputStream bytes = Files.newInputStream(file)) {
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
          hash.update(buffer, 0, count);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
