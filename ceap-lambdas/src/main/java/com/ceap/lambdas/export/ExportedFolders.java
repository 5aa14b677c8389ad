package com.ceap.lambdas.export;

import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The days of a table that were exported, as one listing has shown them. */
record ExportedFolders(ObjectStore objects, ExportTable table, NavigableSet<String> keys) {

  /** Of one program or of all. */
  static ExportedFolders of(ObjectStore objects, ExportTable table, Optional<String> program) {
    String prefix =
        ExportKeys.table(table) + program.map(id -> "program=" + id + "/").orElse("program=");
    return new ExportedFolders(objects, table, new TreeSet<>(objects.list(prefix)));
  }

  /** Those with a manifest. */
  List<ExportFolder> all() {
    return keys.stream()
        .filter(key -> key.endsWith("/" + ExportKeys.MANIFEST))
        .map(key -> ExportFolder.of(objects, table, key))
        .toList();
  }

  /** Whether a day may have rows of any of these customers; a file that does not say so may. */
  boolean mayHoldAny(ExportFolder folder, Collection<String> customers) {
    return files(folder)
        .anyMatch(
            name -> sketch(folder, name).map(sketch -> sketch.mayHoldAny(customers)).orElse(true));
  }

  /** The names of what a day has of files. */
  Stream<String> files(ExportFolder folder) {
    String prefix = folder.key("");
    return keys.tailSet(prefix).stream()
        .takeWhile(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .filter(ExportKeys::isPart);
  }

  private Optional<CustomerSketch> sketch(ExportFolder folder, String name) {
    String key = folder.key(ExportKeys.customers(name));
    if (!keys.contains(key)) {
      return Optional.empty();
    }
    try (InputStream in = objects.open(key)) {
      return CustomerSketch.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
