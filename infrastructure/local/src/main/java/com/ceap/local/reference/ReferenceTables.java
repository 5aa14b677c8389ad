package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a warehouse folder that hold reference data, known by their names. They are loaded
 * before a run, and passed over while they are the ones that were loaded last.
 */
public final class ReferenceTables {
  private static final Pattern ENDING =
      Pattern.compile("\\.((csv|tsv|jsonl|ndjson)(\\.gz)?|parquet)$", Pattern.CASE_INSENSITIVE);

  private final ReferenceImport imports;
  private final LoadedTables loaded;

  public ReferenceTables(ReferenceImport imports, LoadedTables loaded) {
    this.imports = imports;
    this.loaded = loaded;
  }

  /**
   * Loads what the folder has and the store has not.
   *
   * @return a report for each file that was read; none where nothing has changed
   * @throws CeapException WAREHOUSE_MISSING without such a folder, IMPORT_INVALID where a table
   *     lacks a column it needs
   */
  public List<ImportReport> load(Path warehouse, ImportProgress progress) {
    List<ImportReport> reports = new ArrayList<>();
    for (Map.Entry<ReferenceKind, List<Path>> table : tables(warehouse).entrySet()) {
      Fingerprint fingerprint = Fingerprint.of(table.getValue());
      if (!loaded.isCurrent(table.getKey(), fingerprint)) {
        loaded.forget(table.getKey());
        for (Path file : table.getValue()) {
          reports.add(imports.table(table.getKey(), file, progress));
        }
        loaded.remember(table.getKey(), fingerprint);
      }
    }
    return reports;
  }

  /** The files of each table: {@code customers.csv}, or all of a folder {@code customers}. */
  private static Map<ReferenceKind, List<Path>> tables(Path warehouse) {
    Map<ReferenceKind, List<Path>> tables = new EnumMap<>(ReferenceKind.class);
    for (Path path : list(warehouse)) {
      kind(path)
          .ifPresent(
              kind -> tables.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(files(path)));
    }
    return tables;
  }

  private static Optional<ReferenceKind> kind(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean table = Files.isDirectory(path) || ENDING.matcher(name).find();
    return table ? ReferenceKind.ofTable(ENDING.matcher(name).replaceFirst("")) : Optional.empty();
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    return list(path).stream()
        .filter(file -> ENDING.matcher(file.getFileName().toString()).find())
        .toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .map(path -> path.toAbsolutePath().normalize())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_MISSING,
          folder + " is no folder that can be listed; name a folder of tables",
          e);
    }
  }
}
