package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Loads several programs that are to live side by side. Thread-safe. */
public final class ProgramDirectory {
  private static final Path TEMPLATES = Path.of("templates");

  private final ProgramLoader loader;

  public ProgramDirectory(ProgramLoader loader) {
    this.loader = loader;
  }

  /** Loads the files in their order; a program id that an earlier file has is a problem. */
  public List<ProgramFile> load(List<Path> files) {
    Map<String, Path> seen = new HashMap<>();
    List<ProgramFile> loaded = new ArrayList<>();
    for (Path file : files) {
      loaded.add(new ProgramFile(file, once(file, loader.load(file), seen)));
    }
    return loaded;
  }

  private static LoadResult once(Path file, LoadResult result, Map<String, Path> seen) {
    return switch (result) {
      case LoadResult.Invalid invalid -> invalid;
      case LoadResult.Loaded loaded -> {
        String id = loaded.program().programId();
        Path first = seen.putIfAbsent(id, file);
        yield first == null ? loaded : duplicate(file, id, first);
      }
    };
  }

  private static LoadResult duplicate(Path file, String id, Path first) {
    Problems problems = new Problems(file.toString());
    problems.add(
        new Place(0, "programId"),
        "the program '" + id + "' stands in " + first + " already",
        "give each its own id");
    return new LoadResult.Invalid(problems.all());
  }

  /**
   * The YAML files of a folder and its subfolders, by path; hidden ones are left out, and those of
   * message templates, which are no programs.
   *
   * @throws UncheckedIOException where the folder cannot be listed
   */
  public static List<Path> files(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !isTemplate(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static boolean isTemplate(Path file) {
    return StreamSupport.stream(file.spliterator(), false).anyMatch(TEMPLATES::equals);
  }
}
