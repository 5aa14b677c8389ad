package com.ceap.lambdas.export;

import com.ceap.lambdas.export.ErasedRows.Look;
import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.lambdas.jobs.cleanup.Place;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.storage.ErasureLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks weekly whether exported files have rows of customers who were erased later. It reads
 * {@value #FILES} files at random, whatever is said of them elsewhere, so that it sees also what
 * exports have passed over. Where there are any, all files are read and the rows taken out.
 *
 * @param scratch an existing folder
 */
public record ExportCleanup(
    ErasureLog log,
    ObjectStore objects,
    Path scratch,
    ExportLimits limits,
    Measurements measurements)
    implements Job {
  static final int FILES = 20;

  /** What was found. */
  private record Seen(int files, int looked, long rows, int mended) {}

  @Override
  public JobPlan plan() {
    return Timetable.EXPORT_CLEANUP;
  }

  @Override
  public JobResult run(JobRun run) {
    Map<String, Instant> erased = log.all();
    if (erased.isEmpty()) {
      measure(0);
      return new JobResult.Done("nobody was erased lately");
    }
    Seen seen =
        look(
            erased.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> day(e.getValue()))));
    measure(seen.rows());
    return new JobResult.Done(text(seen));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private void measure(long rows) {
    measurements.put(
        List.of(
            Metric.OVERDUE.of((double) rows, Place.EXPORTS),
            Metric.OVERDUE.of((double) rows, Place.ALL)));
  }

  private Seen look(Map<String, LocalDate> erased) {
    Path place = ScratchFolder.within(scratch, "erased-");
    try (ParquetEngine engine = ParquetEngine.open(place, limits)) {
      ErasedRows rows = new ErasedRows(objects, engine, place);
      engine.erased(erased);
      List<File> files = files();
      Collections.shuffle(files);
      int looked = Math.min(FILES, files.size());
      long found = files.subList(0, looked).stream().mapToLong(f -> count(rows, f, place)).sum();
      int mended =
          found == 0
              ? 0
              : rows.remove(erased, Optional.empty(), Look.EVERYWHERE, ExportProgress.NONE);
      return new Seen(files.size(), looked, found, mended);
    } finally {
      ScratchFolder.delete(place);
    }
  }

  private record File(ExportFolder folder, String name) {}

  private List<File> files() {
    List<File> files = new ArrayList<>();
    for (ExportTable table : ExportTable.values()) {
      ExportedFolders folders = ExportedFolders.of(objects, table, Optional.empty());
      for (ExportFolder folder : folders.all()) {
        folders.files(folder).forEach(name -> files.add(new File(folder, name)));
      }
    }
    return files;
  }

  private static long count(ErasedRows rows, File file, Path place) {
    return rows.rows(
        file.folder(), file.folder().fetch(file.name(), place.resolve("exported.parquet")));
  }

  private static String text(Seen seen) {
    String found =
        String.format(
            Locale.ROOT,
            "%,d rows of erased customers in %,d of %,d exported files",
            seen.rows(),
            seen.looked(),
            seen.files());
    return seen.rows() == 0
        ? found
        : String.format(Locale.ROOT, "%s; rows were taken out of %,d files", found, seen.mended());
  }
}
