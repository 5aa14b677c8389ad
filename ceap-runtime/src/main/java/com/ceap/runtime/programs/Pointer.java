package com.ceap.runtime.programs;

import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Which version of a program is its newest, and from which file it came: two lines. To roll a
 * program back is to write its pointer with an earlier version.
 */
public record Pointer(String version, String file) {

  /** Reads what {@link #text} gives; the file may be left out. */
  static Pointer parse(String text) {
    String[] lines = text.split("\n", 2);
    return new Pointer(lines[0].strip(), lines.length < 2 ? "" : lines[1].strip());
  }

  static Pointer read(ObjectStore objects, String key) {
    try (InputStream in = objects.open(key)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }

  /** As it lies among the objects. */
  public String text() {
    return version + "\n" + file + "\n";
  }

  void write(ObjectStore objects, String programId) {
    byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
    objects.put(ProgramKeys.pointer(programId), out -> out.write(bytes));
  }
}
