package com.ceap.lambdas.templates;

import com.ceap.channels.template.TemplateLibrary;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.refresh.Refreshed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The newest set of templates among the objects, looked at again every 30 seconds. Where none is
 * published there are none. Thread-safe.
 */
public final class PublishedTemplates implements Supplier<TemplateLibrary> {
  private static final Duration LIFE = Duration.ofSeconds(30);

  private final ObjectStore objects;
  private final Refreshed<TemplateSet> newest;

  private record TemplateSet(String tag, TemplateLibrary library) {}

  /**
   * The templates of a store.
   *
   * @param failed learns why they could not be looked at again; the last ones go on
   */
  public PublishedTemplates(
      ObjectStore objects, InstantSource clock, Consumer<RuntimeException> failed) {
    this.objects = objects;
    this.newest = new Refreshed<>(LIFE, clock, this::look, failed);
  }

  @Override
  public TemplateLibrary get() {
    return newest.get().library();
  }

  /** Has them looked at again at once, as where much time may have passed unseen. */
  public void expire() {
    newest.expire();
  }

  private TemplateSet look(Optional<TemplateSet> last) {
    String tag = objects.tags(TemplateKeys.POINTER).getOrDefault(TemplateKeys.POINTER, "");
    return last.filter(set -> set.tag().equals(tag))
        .orElseGet(() -> new TemplateSet(tag, tag.isEmpty() ? none() : read()));
  }

  private static TemplateLibrary none() {
    return TemplateLibrary.read(Path.of("templates-were-never-published"));
  }

  /** The library reads files, so the set is laid out in a folder of its own for as long. */
  private TemplateLibrary read() {
    String prefix = TemplateKeys.set(version());
    try {
      Path folder = Files.createTempDirectory("templates");
      for (String key : objects.list(prefix)) {
        copy(key, folder.resolve(key.substring(prefix.length())));
      }
      return TemplateLibrary.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out the templates of " + prefix, e);
    }
  }

  private String version() {
    try (InputStream in = objects.open(TemplateKeys.POINTER)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + TemplateKeys.POINTER, e);
    }
  }

  private void copy(String key, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream in = objects.open(key)) {
      Files.copy(in, file);
    }
  }
}
