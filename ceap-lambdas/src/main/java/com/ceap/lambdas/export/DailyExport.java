package com.ceap.lambdas.export;

import com.ceap.lambdas.export.ErasedRows.Look;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.storage.table.ChangeFeed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Exports what a day (UTC) created and updated, each item as the day left it. Repeating it gives
 * the same files; one that was killed half way is repeated. Rows of customers who were erased on
 * the day are taken out of the files of the days before. Thread-safe; one export of a day at a
 * time.
 *
 * @param scratch an existing folder, for what is only needed while an export runs
 */
public record DailyExport(ChangeFeed feed, ObjectStore objects, Path scratch, ExportLimits limits) {

  /**
   * Exports a day of one program, or of every program that has changes or was exported before.
   *
   * @throws com.ceap.model.error.CeapException ARGUMENT_INVALID where the change feed does not know
   *     the day any more; WAREHOUSE_UNAVAILABLE where DuckDB fails
   */
  public ExportReport run(LocalDate day, Optional<String> program, ExportProgress progress) {
    Path place = ScratchFolder.within(scratch, "export-");
    try (ParquetEngine engine = ParquetEngine.open(place, limits)) {
      Set<String> erased = stage(engine, place, day, program, progress);
      List<ExportedDay> days = new ArrayList<>();
      for (ExportTable table : ExportTable.values()) {
        days.addAll(table(engine, place, table, day, program, progress));
      }
      int rewritten =
          new ErasedRows(objects, engine, place)
              .remove(since(erased, day), program, Look.WHERE_THEY_MAY_BE, progress);
      return new ExportReport(day, days, erased.size(), rewritten);
    } finally {
      ScratchFolder.delete(place);
    }
  }

  /** Takes the day's rows into the engine; answers whom it erased. */
  private Set<String> stage(
      ParquetEngine engine,
      Path place,
      LocalDate day,
      Optional<String> program,
      ExportProgress progress) {
    StagedRows rows = new StagedRows(place, program, progress);
    try (rows) {
      rows.readAll(feed, day);
    }
    for (ExportTable table : ExportTable.values()) {
      engine.run("reading " + table.id(), ExportSql.stage(table, rows.file(table)));
    }
    return rows.erased();
  }

  private static Map<String, LocalDate> since(Set<String> erased, LocalDate day) {
    return erased.stream().collect(Collectors.toMap(customer -> customer, _ -> day));
  }

  private List<ExportedDay> table(
      ParquetEngine engine,
      Path place,
      ExportTable table,
      LocalDate day,
      Optional<String> program,
      ExportProgress progress) {
    Map<String, Long> rows =
        new HashMap<>(engine.counts("counting " + table.id(), ExportSql.programs(table)));
    List<ExportedDay> days = new ArrayList<>();
    for (String id : programs(table, day, program, rows.keySet())) {
      progress.show("writing %s of %s".formatted(table.id(), id));
      ExportFolder folder = new ExportFolder(objects, table, id, day);
      days.add(folder.replace(parts(engine, place, folder, rows.getOrDefault(id, 0L))));
    }
    return days;
  }

  /** Those with rows, and those whose rows are gone since the day was exported before. */
  private Set<String> programs(
      ExportTable table, LocalDate day, Optional<String> program, Set<String> withRows) {
    Set<String> programs = new TreeSet<>(withRows);
    program.ifPresent(programs::add);
    ExportedFolders.of(objects, table, program).all().stream()
        .filter(folder -> folder.day().equals(day))
        .forEach(folder -> programs.add(folder.program()));
    return programs;
  }

  private List<ExportFolder.Part> parts(
      ParquetEngine engine, Path place, ExportFolder folder, long rows) {
    int count = (int) Math.ceilDiv(rows, limits.rowsOfAFile());
    List<ExportFolder.Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file =
          place.resolve(folder.table().id() + "-" + folder.program() + "-" + i + ".parquet");
      String what = "writing " + folder.table().id();
      engine.run(what, ExportSql.write(folder.table(), folder.program(), i, count, file));
      long written = engine.count(what, ExportSql.count(file));
      parts.add(new ExportFolder.Part(ExportKeys.part(i), written, file, engine.customers(file)));
    }
    return parts;
  }
}
