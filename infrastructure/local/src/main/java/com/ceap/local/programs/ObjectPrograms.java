package com.ceap.local.programs;

import com.ceap.lambdas.journey.PublishedPrograms;
import com.ceap.lambdas.objects.ObjectStore;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published programs among the objects. Which are the newest is looked up once: as long as a
 * process works off the queues it alone publishes, and does so before. Thread-safe.
 */
public final class ObjectPrograms implements PublishedPrograms {
  private final ObjectStore objects;
  private final ProgramLoader loader;
  private final Map<String, Program> newest = new TreeMap<>();
  private final Map<String, Optional<Program>> versions = new ConcurrentHashMap<>();

  /**
   * Reads the newest versions.
   *
   * @throws com.ceap.model.error.CeapException PROGRAM_INVALID where a newer release has published
   *     one that this one cannot read
   */
  public ObjectPrograms(ObjectStore objects, ProgramLoader loader) {
    this.objects = objects;
    this.loader = loader;
    for (String key : objects.list(ProgramKeys.PREFIX)) {
      if (ProgramKeys.isPointer(key)) {
        String id = ProgramKeys.programId(key);
        find(id, Pointer.read(objects, key).version())
            .ifPresent(program -> newest.put(id, program));
      }
    }
  }

  @Override
  public Collection<Program> newest() {
    return List.copyOf(newest.values());
  }

  @Override
  public Optional<Program> newest(String programId) {
    return Optional.ofNullable(newest.get(programId));
  }

  @Override
  public Optional<Program> find(String programId, String version) {
    return versions.computeIfAbsent(ProgramKeys.version(programId, version), this::load);
  }

  private Optional<Program> load(String key) {
    if (!objects.list(key).contains(key)) {
      return Optional.empty();
    }
    try (InputStream content = objects.open(key)) {
      return Optional.of(loader.load(key, content.readAllBytes()).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
