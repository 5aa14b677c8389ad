package com.ceap.lambdas.export;

import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Up to which day the job has exported every one, so that none is left out where it missed a night.
 */
record ExportedUntil(ObjectStore objects) {
  private static final String KEY = ExportKeys.ROOT + "_exported-until.txt";

  Optional<LocalDate> find() {
    if (!objects.list(KEY).contains(KEY)) {
      return Optional.empty();
    }
    try (InputStream in = objects.open(KEY)) {
      return Optional.of(
          LocalDate.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + KEY, e);
    }
  }

  /** Never goes back. */
  void note(LocalDate day) {
    if (find().filter(known -> !known.isBefore(day)).isEmpty()) {
      objects.put(KEY, out -> out.write((day + "\n").getBytes(StandardCharsets.UTF_8)));
    }
  }
}
