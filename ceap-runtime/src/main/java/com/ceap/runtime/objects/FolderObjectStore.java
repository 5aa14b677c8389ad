package com.ceap.runtime.objects;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    return List.copyOf(tags(prefix).keySet());
  }

  @Override
  public Map<String, String> tags(String prefix) {
    int slash = prefix.lastIndexOf('/');
    Path folder = slash < 0 ? root : path(prefix.substring(0, slash));
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      SortedMap<String, String> tags = new TreeMap<>();
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith(PARTIAL))
          .filter(file -> key(file).startsWith(prefix))
          .forEach(file -> tags.put(key(file), tag(file)));
      return tags;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + prefix, e);
    }
  }

  private String key(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Every object is a new file, which another one has taken the place of where it is gone. */
  private static String tag(Path file) {
    try {
      BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
      return of.fileKey() + "/" + of.lastModifiedTime() + "/" + of.size();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getFileName(), e);
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
