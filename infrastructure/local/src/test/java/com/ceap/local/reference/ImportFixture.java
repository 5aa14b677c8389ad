package com.ceap.local.reference;

import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A store in a folder, and files to import into it. */
final class ImportFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final Path folder;
  private final Tables tables;
  final Stores stores;
  final ReferenceImport imports;

  ImportFixture(Path folder) {
    this.folder = folder;
    InstantSource clock = InstantSource.fixed(NOW);
    this.tables = SqliteTables.open(folder.resolve("store.db"), clock);
    this.stores = Stores.on(tables, clock);
    this.imports = new ReferenceImport(stores, folder.resolve("imports"), clock);
  }

  ReferenceTables referenceTables() {
    return new ReferenceTables(imports, new LoadedTables(tables));
  }

  Path write(String name, String content) throws IOException {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  Path gzip(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  ImportReport load(ReferenceKind kind, Path file) {
    return imports.file(kind, file, ImportProgress.NONE);
  }

  ImportReport load(ReferenceKind kind, String name, String content) throws IOException {
    return load(kind, write(name, content));
  }

  List<String> rejects(ImportReport report) throws IOException {
    return Files.readAllLines(report.rejects().orElseThrow());
  }

  @Override
  public void close() {
    tables.close();
  }
}
