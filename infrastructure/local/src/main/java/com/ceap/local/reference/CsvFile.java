package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;

/** CSV as RFC 4180 has it, with a header, separated by comma, semicolon, tab or bar. */
record CsvFile(Path file) implements TableFile {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  @Override
  public void read(Sink sink) throws IOException {
    try (Utf8Text text = new Utf8Text(TableFile.open(file))) {
      char separator = separator(text.peekLine());
      try (CloseableIterator<CsvRecord> records = records(text, separator)) {
        read(records, text, sink);
      }
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : e;
    }
  }

  private static CloseableIterator<CsvRecord> records(Utf8Text text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text)
        .iterator();
  }

  private void read(CloseableIterator<CsvRecord> records, Utf8Text text, Sink sink) {
    long line = 1;
    try {
      if (!records.hasNext()) {
        throw new CeapException(
            ErrorCode.IMPORT_INVALID, file + " is empty; its first line should name the columns");
      }
      List<String> columns = records.next().getFields();
      sink.columns(columns);
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        row(record, columns.size(), !records.hasNext() && unclosed(record, text), sink);
      }
    } catch (CsvParseException e) {
      sink.unreadable(line + 1, problem(e) + " Nothing after this was read.");
    }
  }

  private static void row(CsvRecord record, int columns, boolean unclosed, Sink sink) {
    long line = record.getStartingLineNumber();
    if (unclosed) {
      sink.unreadable(
          line, "A quote opens here and is never closed, so the rest of the file is one value.");
    } else if (record.getFieldCount() != columns) {
      sink.unreadable(
          line,
          "It has %d values, but the header names %d columns."
              .formatted(record.getFieldCount(), columns));
    } else {
      sink.row(line, cells(record));
    }
  }

  /** A value that holds line breaks is quoted, so that its file cannot end without a quote. */
  private static boolean unclosed(CsvRecord last, Utf8Text text) {
    String value = last.getField(last.getFieldCount() - 1);
    return value.indexOf('\n') >= 0 && text.last() != '"';
  }

  private static String[] cells(CsvRecord record) {
    String[] cells = new String[record.getFieldCount()];
    for (int i = 0; i < cells.length; i++) {
      String cell = record.getField(i).strip();
      cells[i] = cell.isEmpty() ? null : cell;
    }
    return cells;
  }

  private static char separator(String header) {
    char best = SEPARATORS.getFirst();
    for (char separator : SEPARATORS) {
      if (count(header, separator) > count(header, best)) {
        best = separator;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String problem(CsvParseException e) {
    String cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    return "It is no CSV: " + cause + "; quotes inside of a quoted value are doubled.";
  }

  private CeapException notUtf8(IOException e) {
    return new CeapException(ErrorCode.IMPORT_INVALID, file + " is not UTF-8; save it as UTF-8", e);
  }

  private CeapException notUtf8(UncheckedIOException e) {
    return notUtf8(e.getCause());
  }
}
