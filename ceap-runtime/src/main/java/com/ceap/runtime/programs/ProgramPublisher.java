package com.ceap.runtime.programs;

import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramDirectory;
import com.ceap.model.program.ProgramFile;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Publishes the programs of a folder. A file that is not valid changes nothing: what was published
 * from it before goes on. A program whose file is gone is withdrawn; its versions stay, for the
 * journeys that keep them.
 */
public final class ProgramPublisher {
  private final ObjectStore objects;
  private final ProgramLoader loader;

  public ProgramPublisher(ObjectStore objects, ProgramLoader loader) {
    this.objects = objects;
    this.loader = loader;
  }

  /**
   * Publishes what lies in a folder itself; what lies in folders below are examples and templates.
   *
   * @return what is wrong with files, a line each; empty where all are valid
   */
  public List<String> publish(Path folder) {
    List<String> problems = new ArrayList<>();
    Map<String, String> published = published();
    Set<String> files = new HashSet<>();
    for (ProgramFile file : new ProgramDirectory(loader).load(inItself(folder))) {
      files.add(name(file.file()));
      switch (file.result()) {
        case LoadResult.Loaded(Program program) -> {
          publish(program, file.file());
          published.remove(program.programId());
        }
        case LoadResult.Invalid(List<Problem> found) -> found.forEach(p -> problems.add(p.text()));
      }
    }
    published.forEach((id, file) -> withdraw(id, files.contains(file)));
    return problems;
  }

  private static List<Path> inItself(Path folder) {
    return ProgramDirectory.files(folder).stream()
        .filter(file -> folder.equals(file.getParent()))
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The file that each program's newest version came from. */
  private Map<String, String> published() {
    Map<String, String> files = new HashMap<>();
    for (String key : objects.list(ProgramKeys.POINTERS)) {
      files.put(ProgramKeys.programId(key), Pointer.read(objects, key).file());
    }
    return files;
  }

  private void publish(Program program, Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      objects.put(ProgramKeys.version(program.programId(), program.version()), content::transferTo);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    new Pointer(program.version(), name(file)).write(objects, program.programId());
  }

  private void withdraw(String programId, boolean fileIsThere) {
    if (!fileIsThere) {
      objects.delete(ProgramKeys.pointer(programId));
    }
  }
}
