package com.ceap.local.warehouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The first line of a CSV file, which names the columns and shows the delimiter. */
record HeaderLine(String text) {
  private static final String DELIMITERS = ",;\t|";

  static HeaderLine of(Path file) {
    try (BufferedReader lines = reader(file)) {
      String line = lines.readLine();
      return new HeaderLine(line == null ? "" : line);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Reads a file that may be gzipped. */
  static BufferedReader reader(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    boolean zipped = file.toString().endsWith(".gz");
    Reader text =
        new InputStreamReader(
            zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8);
    return new BufferedReader(text, 1 << 16);
  }

  /** The most frequent candidate outside of quotes; a comma where there is one column. */
  char delimiter() {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      int candidate = quoted ? -1 : DELIMITERS.indexOf(c);
      if (candidate >= 0) {
        counts[candidate]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }
}
