package com.ceap.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's root: the nearest folder above that holds the wrapper and the model. */
public final class ProjectRoot {
  private ProjectRoot() {}

  public static Path find() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw")) && Files.exists(folder.resolve("ceap-model"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above " + start + " holds mvnw and ceap-model");
  }
}
