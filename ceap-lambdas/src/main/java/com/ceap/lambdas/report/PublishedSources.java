package com.ceap.lambdas.report;

import com.ceap.model.program.Program;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.programs.ProgramKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files of programs as they were published, under the names that files usually have. */
public final class PublishedSources {
  private final ObjectStore objects;

  public PublishedSources(ObjectStore objects) {
    this.objects = objects;
  }

  /** The file of a program's version, where it was published. */
  public Optional<ProgramSource> of(Program program) {
    String key = ProgramKeys.version(program.programId(), program.version());
    if (!objects.list(key).contains(key)) {
      return Optional.empty();
    }
    try (InputStream in = objects.open(key)) {
      return Optional.of(
          new ProgramSource(
              "programs/" + program.programId() + ".yaml",
              new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
