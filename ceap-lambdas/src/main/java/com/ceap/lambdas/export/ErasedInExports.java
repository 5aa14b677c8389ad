package com.ceap.lambdas.export;

import com.ceap.lambdas.jobs.cleanup.ErasedExports;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Looks for erased customers in exported files, by their column of customers. Thread-safe.
 *
 * @param scratch an existing folder
 */
public record ErasedInExports(ObjectStore objects, Path scratch) implements ErasedExports {
  @Override
  public Seen look(Collection<String> customers, int most) {
    List<String> files = files();
    List<String> some = new ArrayList<>(files);
    Collections.shuffle(some);
    some = some.subList(0, Math.min(most, some.size()));
    if (some.isEmpty()) {
      return new Seen(files.size(), 0, 0);
    }
    Path place = place();
    try (ParquetEngine engine = ParquetEngine.open(place, ExportLimits.DEFAULT)) {
      engine.erased(customers);
      long rows = 0;
      for (String key : some) {
        rows += engine.count("looking for the erased", ExportSql.countErased(fetch(key, place)));
      }
      return new Seen(files.size(), some.size(), rows);
    } finally {
      ScratchFolder.delete(place);
    }
  }

  private List<String> files() {
    List<String> files = new ArrayList<>();
    for (ExportTable table : ExportTable.values()) {
      for (String key : ExportFolder.manifests(objects, table, Optional.empty())) {
        ExportFolder folder = ExportFolder.of(objects, table, key);
        folder
            .manifest()
            .ifPresent(
                manifest -> manifest.files().forEach(file -> files.add(folder.key(file.name()))));
      }
    }
    return files;
  }

  private Path place() {
    try {
      return Files.createTempDirectory(scratch, "erased-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in " + scratch, e);
    }
  }

  private Path fetch(String key, Path place) {
    Path file = place.resolve("exported.parquet");
    try (InputStream in = objects.open(key)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch " + key, e);
    }
  }
}
