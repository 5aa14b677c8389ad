package com.ceap.lambdas.objects;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects as files of one folder. */
public final class FolderObjectStore implements ObjectStore {
  private static final String PARTIAL = ".partial-";
  private static final int BUFFER = 1 << 16;
  private final Path root;

  public FolderObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Writes beside the file and takes its place at the end, so that nobody reads half of it. */
  @Override
  public void put(String key, Body body) {
    Path file = path(key);
    Path partial = file.resolveSibling(PARTIAL + UUID.randomUUID());
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), BUFFER)) {
        body.writeTo(out);
      }
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + key, e);
    } finally {
      discard(partial);
    }
  }

  private static void discard(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + partial.getFileName(), e);
    }
  }

  @Override
  public InputStream open(String key) {
    try {
      return Files.newInputStream(path(key));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }

  @Override
  public List<String> list(String prefix) {
    int slash = prefix.lastIndexOf('/');
    Path folder = slash < 0 ? root : path(prefix.substring(0, slash));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith(PARTIAL))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(key -> key.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + prefix, e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      Files.deleteIfExists(path(key));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + key, e);
    }
  }

  /** The file of a key; useful to show a person where to look. */
  public Path path(String key) {
    Path file = root.resolve(key).normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException("the key '" + key + "' leads out of the folder");
    }
    return file;
  }
}
