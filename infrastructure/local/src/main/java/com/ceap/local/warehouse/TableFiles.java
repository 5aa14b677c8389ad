package com.ceap.local.warehouse;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one table.
 *
 * @param origin the file or the sub-folder that names the table
 */
record TableFiles(Path origin, String name, TableFormat format, List<Path> files) {
  TableFiles {
    files = List.copyOf(files);
  }

  /**
   * The tables of a folder by lower-case name; other files are left alone.
   *
   * @throws CeapException WAREHOUSE_MISSING where two files claim one name
   */
  static Map<String, TableFiles> in(Path folder) {
    Map<String, TableFiles> tables = new TreeMap<>();
    for (Path path : list(folder)) {
      table(path).ifPresent(table -> add(tables, table));
    }
    return tables;
  }

  private static void add(Map<String, TableFiles> tables, TableFiles table) {
    TableFiles other = tables.put(table.name().toLowerCase(Locale.ROOT), table);
    if (other != null) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_MISSING,
          "table '%s' is claimed by %s and %s; a table needs one file, or one folder of its own"
              .formatted(table.name(), other.origin().getFileName(), table.origin().getFileName()));
    }
  }

  private static Optional<TableFiles> table(Path path) {
    String name = path.getFileName().toString();
    if (name.startsWith(".")) {
      return Optional.empty();
    }
    if (Files.isDirectory(path)) {
      return partitioned(path, name);
    }
    return TableFormat.of(name)
        .map(format -> new TableFiles(path, format.stem(name), format, List.of(path)));
  }

  private static Optional<TableFiles> partitioned(Path folder, String name) {
    List<Path> files = list(folder).stream().filter(file -> format(file).isPresent()).toList();
    return files.stream()
        .findFirst()
        .flatMap(TableFiles::format)
        .map(format -> new TableFiles(folder, name, format, ofOneFormat(files, format, name)));
  }

  private static List<Path> ofOneFormat(List<Path> files, TableFormat format, String name) {
    for (Path file : files) {
      if (!format(file).equals(Optional.of(format))) {
        throw new CeapException(
            ErrorCode.WAREHOUSE_MISSING,
            "table '%s' mixes %s and %s; the files of a table's folder should be of one format"
                .formatted(name, files.getFirst().getFileName(), file.getFileName()));
      }
    }
    return files;
  }

  private static Optional<TableFormat> format(Path file) {
    return Files.isRegularFile(file)
        ? TableFormat.of(file.getFileName().toString())
        : Optional.empty();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the warehouse folder " + folder, e);
    }
  }
}
