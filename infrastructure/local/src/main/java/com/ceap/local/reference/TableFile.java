package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The rows of one file, read once from front to back; every cell as text. */
interface TableFile {
  int BUFFER = 1 << 16;

  /** Takes what the file holds, in its order. */
  interface Sink {
    /** The names of the columns; comes first, and may throw to stop before any row. */
    void columns(List<String> names);

    /**
     * A row.
     *
     * @param line where it begins in the file, from 1; the row's number in a format without lines
     * @param cells one for each column, absent ones null; valid during the call only
     */
    void row(long line, String[] cells);

    /** A row that cannot be read at all, with what is wrong and what would be right. */
    void unreadable(long line, String problem);
  }

  /**
   * Reads the whole file.
   *
   * @throws CeapException IMPORT_INVALID where it is no file of its format
   */
  void read(Sink sink) throws IOException;

  /** The reader for a file, chosen by its name. */
  static TableFile of(Path file, ReferenceKind kind) {
    if (!Files.isRegularFile(file)) {
      throw new CeapException(
          ErrorCode.IMPORT_INVALID,
          file + (Files.exists(file) ? " is no file" : " does not exist"));
    }
    return switch (extension(file)) {
      case "csv", "tsv" -> new CsvFile(file);
      case "jsonl", "ndjson" -> new JsonLinesFile(file, kind);
      case "parquet" -> new ParquetFile(file);
      default ->
          throw new CeapException(
              ErrorCode.IMPORT_INVALID,
              file
                  + " has no known format; known are .csv, .tsv, .jsonl and .ndjson, each also"
                  + " with .gz behind it, and .parquet");
    };
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  /** The file's bytes, unpacked where they begin as gzip does, whatever the file is called. */
  static InputStream open(Path file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER);
    bytes.mark(2);
    boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }
}
