package com.ceap.lambdas.export;

import com.ceap.model.CandidateKey;
import com.ceap.storage.CeapTables;
import com.ceap.storage.ChangedItem;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Item;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A day's changes as files of rows, one for each table. Used by one thread. */
final class StagedRows implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int SHOWN = 10_000;

  private final Path scratch;
  private final Optional<String> program;
  private final ExportProgress progress;
  private final Map<ExportTable, JsonGenerator> files = new EnumMap<>(ExportTable.class);
  private final Set<String> erased = new TreeSet<>();
  private long read;

  /** Rows of one program or of all. */
  StagedRows(Path scratch, Optional<String> program, ExportProgress progress) {
    this.scratch = scratch;
    this.program = program;
    this.progress = progress;
    for (ExportTable table : ExportTable.values()) {
      files.put(table, generator(file(table)));
    }
  }

  private static JsonGenerator generator(Path file) {
    try {
      JsonGenerator json =
          JSON.createGenerator(
              new BufferedOutputStream(Files.newOutputStream(file)), JsonEncoding.UTF8);
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  Path file(ExportTable table) {
    return scratch.resolve(table.id() + ".jsonl");
  }

  /** The customers who were erased on the day. */
  Set<String> erased() {
    return erased;
  }

  void readAll(ChangeFeed feed, LocalDate day) {
    feed.forEach(
        CeapTables.CANDIDATES,
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        this::take);
    progress.show("read %,d changes".formatted(read));
  }

  private void take(Item item) {
    if (++read % SHOWN == 0) {
      progress.show("reading changes: %,d".formatted(read));
    }
    try {
      write(ChangedItem.decode(item));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + scratch, e);
    }
  }

  private void write(ChangedItem changed) throws IOException {
    switch (changed) {
      case ChangedItem.ChangedCandidate candidate -> {
        if (wanted(candidate.candidate().decision().key())) {
          row(ExportTable.CANDIDATES).write(candidate);
        }
      }
      case ChangedItem.ChangedMessage message -> {
        if (wanted(message.message().candidate())) {
          row(ExportTable.DELIVERIES).write(message);
        }
      }
      case ChangedItem.ChangedOutcome outcome -> {
        if (wanted(outcome.key())) {
          row(ExportTable.OUTCOMES).write(outcome);
        }
      }
      case ChangedItem.ChangedEngagement engagement -> {
        if (wanted(engagement.engagement().candidate())) {
          row(ExportTable.ENGAGEMENTS).write(engagement);
        }
      }
      case ChangedItem.CustomerErased(String customerId, _) -> erased.add(customerId);
    }
  }

  private boolean wanted(CandidateKey key) {
    return program.isEmpty() || program.get().equals(key.programId());
  }

  private RowJson row(ExportTable table) {
    return new RowJson(files.get(table));
  }

  @Override
  public void close() {
    files.forEach(
        (table, json) -> {
          try {
            json.close();
          } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(table), e);
          }
        });
  }
}
