package com.ceap.lambdas;

import com.ceap.lambdas.batch.Registries;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs as their owners write them. */
public final class Programs {
  private static final ProgramLoader LOADER = new ProgramLoader(Registries.load().extensions());

  private Programs() {}

  public static Program read(String yaml) {
    return LOADER.load("program.yaml", yaml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  /** The text of a program that ships, such as {@code abandoned-cart-recovery}. */
  public static String shipped(String programId) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("programs"))) {
      folder = folder.getParent();
    }
    try {
      return Files.readString(folder.resolve("programs").resolve(programId + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
