package com.ceap.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A database and the files that SQLite keeps beside it. */
public final class SqliteFiles {
  private static final List<String> ENDINGS = List.of("", "-wal", "-shm");

  private SqliteFiles() {}

  /** Deletes a database that no process has open, where there is one. */
  public static void delete(Path database) throws IOException {
    for (String ending : ENDINGS) {
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + ending));
    }
  }

  /** Copies a database that no process has open. */
  public static void copy(Path database, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    delete(to);
    for (String ending : ENDINGS) {
      Path from = database.resolveSibling(database.getFileName() + ending);
      if (Files.exists(from)) {
        Files.copy(from, to.resolveSibling(to.getFileName() + ending));
      }
    }
  }
}
