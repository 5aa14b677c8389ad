package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Imports files of reference data. Rows stream through; good ones are written in batches, bad ones
 * are listed in a file. Importing a file again changes nothing; of two rows about one thing the one
 * with the later {@code updated_at} holds, and without it a row is as new as its import.
 */
public final class ReferenceImport {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", java.util.Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Stores stores;
  private final Path rejectsFolder;
  private final InstantSource clock;

  /**
   * Imports into {@code stores}.
   *
   * @param rejectsFolder where files that list bad rows go; made when there is one
   */
  public ReferenceImport(Stores stores, Path rejectsFolder, InstantSource clock) {
    this.stores = stores;
    this.rejectsFolder = rejectsFolder;
    this.clock = clock;
  }

  /**
   * Imports a file that was written for it: a column that is not known is an error.
   *
   * @throws CeapException IMPORT_INVALID, with nothing written, where the file or its columns are
   *     wrong as a whole
   */
  public ImportReport file(ReferenceKind kind, Path file, ImportProgress progress) {
    return run(kind, file, Header.Unknown.REFUSED, progress);
  }

  /** Imports a file of a warehouse table, which may have more columns than we know. */
  ImportReport table(ReferenceKind kind, Path file, ImportProgress progress) {
    return run(kind, file, Header.Unknown.IGNORED, progress);
  }

  private ImportReport run(
      ReferenceKind kind, Path file, Header.Unknown unknown, ImportProgress progress) {
    long started = System.nanoTime();
    Instant now = clock.instant();
    String name = STAMP.format(now) + "-" + file.getFileName() + ".rejects.jsonl";
    try (RejectsFile rejects = new RejectsFile(file, rejectsFolder.resolve(name));
        ImportSink<?> sink =
            new ImportSink<>(
                kind, Entries.of(kind, stores), unknown, file, now, rejects, progress)) {
      TableFile.of(file, kind).read(sink);
      sink.end();
      double seconds = (System.nanoTime() - started) / 1e9;
      return new ImportReport(
          kind, file, sink.rows(), rejects.count(), rejects.first(), rejects.path(), seconds);
    } catch (IOException | UncheckedIOException e) {
      throw new CeapException(
          ErrorCode.IMPORT_INVALID, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
