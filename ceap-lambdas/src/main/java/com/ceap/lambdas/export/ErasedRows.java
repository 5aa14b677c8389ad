package com.ceap.lambdas.export;

import com.ceap.runtime.objects.ObjectStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the rows of erased customers out of files that were exported.
 *
 * @param scratch an existing folder
 */
record ErasedRows(ObjectStore objects, ParquetEngine engine, Path scratch) {

  /** Which files are read. */
  enum Look {
    /** Those that may have rows of theirs, as what lies beside them says. */
    WHERE_THEY_MAY_BE,
    EVERYWHERE
  }

  /**
   * Takes them out of the files of days before their erasure; who comes back is a new customer.
   *
   * @param erased the day of each customer's erasure
   * @return how many files held such rows and were written anew
   */
  int remove(
      Map<String, LocalDate> erased, Optional<String> program, Look look, ExportProgress progress) {
    engine.erased(erased);
    int rewritten = 0;
    for (ExportTable table : ExportTable.values()) {
      ExportedFolders folders = ExportedFolders.of(objects, table, program);
      for (ExportFolder folder : folders.all()) {
        progress.show("erasing from " + folder.key(""));
        List<String> customers = before(erased, folder.day());
        if (!customers.isEmpty()
            && (look == Look.EVERYWHERE || folders.mayHoldAny(folder, customers))) {
          rewritten += remove(folder);
        }
      }
    }
    return rewritten;
  }

  private static List<String> before(Map<String, LocalDate> erased, LocalDate day) {
    return erased.entrySet().stream()
        .filter(customer -> day.isBefore(customer.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private int remove(ExportFolder folder) {
    List<ExportFolder.Part> parts = new ArrayList<>();
    int changed = 0;
    for (ExportManifest.File file : folder.manifest().orElseThrow().files()) {
      Path old = folder.fetch(file.name(), scratch.resolve("old-" + file.name()));
      if (rows(folder, old) == 0) {
        parts.add(part(file.name(), old));
      } else {
        parts.add(part(file.name(), without(folder, file.name(), old)));
        changed++;
      }
    }
    if (changed > 0) {
      var _ = folder.replace(parts);
    }
    return changed;
  }

  /** How many rows of customers who were erased on a later day a file of a folder has. */
  long rows(ExportFolder folder, Path file) {
    return engine.count("looking for the erased", ExportSql.countErased(file, folder.day()));
  }

  private Path without(ExportFolder folder, String name, Path old) {
    Path kept = scratch.resolve("kept-" + name);
    engine.run("erasing", ExportSql.withoutErased(folder.table(), old, kept, folder.day()));
    return kept;
  }

  private ExportFolder.Part part(String name, Path file) {
    long rows = engine.count("counting", ExportSql.count(file));
    return new ExportFolder.Part(name, rows, file, engine.customers(file));
  }
}
