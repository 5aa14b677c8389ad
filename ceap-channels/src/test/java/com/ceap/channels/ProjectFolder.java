package com.ceap.channels;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's root, from whatever module the tests run in. */
public final class ProjectFolder {
  private ProjectFolder() {}

  public static Path find() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("programs"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
