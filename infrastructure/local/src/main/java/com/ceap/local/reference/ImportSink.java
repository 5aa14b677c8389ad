package com.ceap.local.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns rows into entries and writes them in batches. Used once, by one thread. */
final class ImportSink<T> implements TableFile.Sink, AutoCloseable {
  /** Enough for a good transaction, little enough to keep in memory whatever a row holds. */
  private static final int BATCH = 10_000;

  private final ReferenceKind kind;
  private final Entries<T> entries;
  private final BatchWriter<T> writer;
  private final Header.Unknown unknown;
  private final Path file;
  private final Instant now;
  private final RejectsFile rejects;
  private final ImportProgress progress;
  private final List<T> batch = new ArrayList<>(BATCH);
  private Optional<Header> header = Optional.empty();
  private long rows;

  ImportSink(
      ReferenceKind kind,
      Entries<T> entries,
      Header.Unknown unknown,
      Path file,
      Instant now,
      RejectsFile rejects,
      ImportProgress progress) {
    this.kind = kind;
    this.entries = entries;
    this.writer = new BatchWriter<>(entries::write);
    this.unknown = unknown;
    this.file = file;
    this.now = now;
    this.rejects = rejects;
    this.progress = progress;
  }

  @Override
  public void columns(List<String> names) {
    header = Optional.of(Header.of(kind, names, unknown, file.toString()));
  }

  @Override
  public void row(long line, String[] cells) {
    rows++;
    try {
      Row row = new Row(header.orElseThrow(), cells);
      batch.add(entries.parse(row, row.instant(ReferenceKind.UPDATED_AT, now)));
    } catch (BadRowException e) {
      reject(line, e.getMessage());
    }
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  @Override
  public void unreadable(long line, String problem) {
    rows++;
    reject(line, problem);
  }

  private void reject(long line, String problem) {
    try {
      rejects.add(line, problem);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list a bad row of " + file, e);
    }
  }

  private void flush() {
    writer.write(List.copyOf(batch));
    batch.clear();
    progress.progress(kind.table(), rows);
  }

  /** Writes what is left. */
  void end() {
    flush();
    writer.finish();
  }

  @Override
  public void close() {
    writer.close();
  }

  long rows() {
    return rows;
  }
}
