package com.ceap.local.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The artifact of a function, as the build leaves it. */
public record FunctionZip(Path file) {
  public FunctionZip {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no %s; ./mvnw package makes it".formatted(file));
    }
  }

  /** The size of the zip in bytes. */
  public long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The names of its files, in their order. */
  public List<String> names() {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Unpacks it into a folder, as Lambda does into {@code /var/task}. */
  public List<Path> unpack(Path folder) {
    List<Path> files = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IllegalStateException("%s leads out of its zip".formatted(entry.getName()));
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(target.getParent());
          Files.copy(zip.getInputStream(entry), target);
          files.add(target);
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + file, e);
    }
  }
}
