package com.ceap.local.outbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens files with the program that a person's desktop has for them, where there is a desktop.
 *
 * @param environment the process's variables
 * @param system what Java calls the operating system
 */
public record Desktop(Map<String, String> environment, String system) {
  public Desktop {
    environment = Map.copyOf(environment);
  }

  /** The one that this process runs on. */
  public static Desktop ofProcess() {
    return new Desktop(System.getenv(), System.getProperty("os.name", ""));
  }

  /** The program that opens files; empty where nobody sits before a screen. */
  Optional<Path> opener() {
    if (system.toLowerCase(Locale.ROOT).contains("mac")) {
      // Over ssh there is nobody to see it.
      return environment.containsKey("SSH_CONNECTION") ? Optional.empty() : program("open");
    }
    return environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")
        ? program("xdg-open")
        : Optional.empty();
  }

  private Optional<Path> program(String name) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a file, without waiting for whoever looks at it; whether a program was started. */
  public boolean open(Path file) {
    return opener().map(program -> start(program, file)).orElse(false);
  }

  private static boolean start(Path program, Path file) {
    try {
      new ProcessBuilder(List.of(program.toString(), file.toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException _) {
      // The path is printed all the same.
      return false;
    }
  }
}
