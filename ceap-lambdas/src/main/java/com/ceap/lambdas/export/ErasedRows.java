package com.ceap.lambdas.export;

import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Takes the rows of erased customers out of every file that was exported. */
record ErasedRows(ObjectStore objects, ParquetEngine engine, Path scratch) {

  /** Answers how many files held such rows and were written anew. */
  int remove(Collection<String> customers, Optional<String> program, ExportProgress progress) {
    engine.erased(customers);
    int rewritten = 0;
    for (ExportTable table : ExportTable.values()) {
      for (String key : ExportFolder.manifests(objects, table, program)) {
        progress.show("erasing from " + key);
        rewritten += remove(ExportFolder.of(objects, table, key));
      }
    }
    return rewritten;
  }

  private int remove(ExportFolder folder) {
    List<ExportFolder.Part> parts = new ArrayList<>();
    int changed = 0;
    for (ExportManifest.File file : folder.manifest().orElseThrow().files()) {
      Path old = fetch(folder.key(file.name()), "old-" + file.name());
      if (engine.count("looking for the erased", ExportSql.countErased(old)) == 0) {
        parts.add(new ExportFolder.Part(file.name(), file.rows(), old));
      } else {
        parts.add(without(folder.table(), file.name(), old));
        changed++;
      }
    }
    if (changed > 0) {
      var _ = folder.replace(parts);
    }
    return changed;
  }

  private ExportFolder.Part without(ExportTable table, String name, Path old) {
    Path kept = scratch.resolve("kept-" + name);
    engine.run("erasing", ExportSql.withoutErased(table, old, kept));
    long rows = engine.count("erasing", ExportSql.count(kept));
    return new ExportFolder.Part(name, rows, kept);
  }

  private Path fetch(String key, String name) {
    Path file = scratch.resolve(name);
    try (InputStream in = objects.open(key)) {
      Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch " + key, e);
    }
  }
}
