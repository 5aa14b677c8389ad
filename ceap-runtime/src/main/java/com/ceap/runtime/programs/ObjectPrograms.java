package com.ceap.runtime.programs;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.refresh.Refreshed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published programs among the objects. A version that cannot be read leaves the one before in
 * place; where there is none, asking for the program fails rather than finding it gone, and every
 * other one is found. Thread-safe.
 */
public final class ObjectPrograms implements PublishedPrograms {
  /** How long functions go by what a pointer said. */
  public static final Duration LIFE = Duration.ofSeconds(30);

  private static final Duration ALWAYS = Duration.ofDays(36_500);

  private final ObjectStore objects;
  private final ProgramLoader loader;
  private final ProgramNews news;
  private final Refreshed<SortedMap<String, Standing>> newest;
  private final Map<String, Program> versions = new ConcurrentHashMap<>();

  /**
   * Programs whose newest versions are looked up once, now: for a process that alone publishes, and
   * does so before.
   *
   * @throws CeapException PROGRAM_UNREADABLE where a newer release has published one that this one
   *     cannot read: its events would find no queue
   */
  public ObjectPrograms(ObjectStore objects, ProgramLoader loader) {
    this(objects, loader, ALWAYS, () -> Instant.EPOCH, ProgramNews.NONE);
    List<Program> _ = newest().all();
  }

  private ObjectPrograms(
      ObjectStore objects,
      ProgramLoader loader,
      Duration life,
      InstantSource clock,
      ProgramNews news) {
    this.objects = objects;
    this.loader = loader;
    this.news = news;
    this.newest = new Refreshed<>(life, clock, this::look, news::unreachable);
  }

  /** Programs whose pointers are looked at again every {@link #LIFE}. */
  public static ObjectPrograms refreshed(
      ObjectStore objects, ProgramLoader loader, InstantSource clock, ProgramNews news) {
    return new ObjectPrograms(objects, loader, LIFE, clock, news);
  }

  /** Has the pointers looked at again at once, as where much time may have passed unseen. */
  public void expire() {
    newest.expire();
  }

  @Override
  public Newest newest() {
    List<Program> readable = new ArrayList<>();
    SortedMap<String, CeapException> unreadable = new TreeMap<>();
    newest
        .get()
        .forEach(
            (id, standing) -> {
              switch (standing) {
                case Standing.Good(String _, Program program) -> readable.add(program);
                case Standing.Broken(CeapException why) -> unreadable.put(id, why);
              }
            });
    return new Newest(readable, unreadable);
  }

  @Override
  public Optional<Program> newest(String programId) {
    return Optional.ofNullable(newest.get().get(programId)).map(ObjectPrograms::program);
  }

  private static Program program(Standing standing) {
    return switch (standing) {
      case Standing.Good(String _, Program program) -> program;
      case Standing.Broken(CeapException why) -> throw why;
    };
  }

  @Override
  public Optional<Program> find(String programId, String version) {
    String key = ProgramKeys.version(programId, version);
    Program known = versions.get(key);
    return known != null ? Optional.of(known) : load(key);
  }

  private SortedMap<String, Standing> look(Optional<SortedMap<String, Standing>> before) {
    SortedMap<String, Standing> found = new TreeMap<>();
    objects
        .tags(ProgramKeys.POINTERS)
        .forEach(
            (key, tag) -> {
              String id = ProgramKeys.programId(key);
              Optional<Standing.Good> last =
                  before.map(all -> all.get(id)).flatMap(ObjectPrograms::good);
              found.put(id, look(id, key, tag, last));
            });
    return found;
  }

  private static Optional<Standing.Good> good(Standing standing) {
    return standing instanceof Standing.Good good ? Optional.of(good) : Optional.empty();
  }

  private Standing look(String id, String key, String tag, Optional<Standing.Good> last) {
    if (last.filter(good -> good.tag().equals(tag)).isPresent()) {
      return last.get();
    }
    try {
      return new Standing.Good(tag, require(id, Pointer.read(objects, key).version()));
    } catch (RuntimeException e) {
      // Told again at every look, for as long as it is so.
      news.unreadable(id, e);
      return last.<Standing>map(good -> good).orElseGet(() -> new Standing.Broken(broken(id, e)));
    }
  }

  private static CeapException broken(String id, RuntimeException why) {
    return new CeapException(
        ErrorCode.PROGRAM_UNREADABLE,
        "program %s cannot be read as it is published, and no earlier version is known here: %s"
            .formatted(id, why instanceof CeapException ? why.getMessage() : why.toString()),
        why);
  }

  private Program require(String programId, String version) {
    return find(programId, version)
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PROGRAM_INVALID,
                    "the pointer of program %s names version %s, which is not published"
                        .formatted(programId, version)));
  }

  private Optional<Program> load(String key) {
    if (!objects.list(key).contains(key)) {
      return Optional.empty();
    }
    try (InputStream content = objects.open(key)) {
      Program program = loader.load(key, content.readAllBytes()).orElseThrow();
      versions.put(key, program);
      return Optional.of(program);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
