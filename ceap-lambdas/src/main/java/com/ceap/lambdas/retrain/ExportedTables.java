package com.ceap.lambdas.retrain;

import com.ceap.lambdas.export.ExportSql;
import com.ceap.lambdas.export.ExportTable;
import com.ceap.lambdas.export.ExportedFiles;
import com.ceap.lambdas.export.ParquetEngine;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what is needed of exported files into tables, file by file, so that the space of one is
 * enough.
 *
 * @param daysBack how many days before today are looked at
 */
record ExportedTables(
    ObjectStore objects, ParquetEngine engine, Path scratch, LocalDate today, int daysBack) {
  private static final Pattern DAY = Pattern.compile("/dt=(\\d{4}-\\d{2}-\\d{2})/");

  /**
   * Fills a table.
   *
   * @param query of a view that is called as the exported table
   */
  void take(ExportTable table, String name, String query) {
    String what = "opening " + table.id();
    engine.run(what, ExportSql.view(table, List.of()));
    engine.run(what, "CREATE TABLE " + name + " AS " + query);
    for (String key : ExportedFiles.of(objects, table, Optional.empty())) {
      if (wanted(key)) {
        Path file = fetch(key);
        engine.run(what, ExportSql.view(table, List.of(file)));
        engine.run(what, "INSERT INTO " + name + " " + query);
        delete(file);
      }
    }
  }

  private boolean wanted(String key) {
    Matcher day = DAY.matcher(key);
    return day.find() && !LocalDate.parse(day.group(1)).isBefore(today.minusDays(daysBack));
  }

  /** Into folders of the same names, since they say the program and the day. */
  private Path fetch(String key) {
    Path file = scratch.resolve("fetched").resolve(key);
    try (InputStream in = objects.open(key)) {
      Files.createDirectories(file.getParent());
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch " + key, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}
