package com.ceap.local.programs;

import com.ceap.lambdas.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of a program is its newest, and from which file it came: two lines. */
record Pointer(String version, String file) {

  static Pointer read(ObjectStore objects, String key) {
    try (InputStream in = objects.open(key)) {
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
      return new Pointer(lines[0], lines.length < 2 ? "" : lines[1].strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }

  void write(ObjectStore objects, String programId) {
    byte[] text = (version + "\n" + file + "\n").getBytes(StandardCharsets.UTF_8);
    objects.put(ProgramKeys.pointer(programId), out -> out.write(text));
  }
}
