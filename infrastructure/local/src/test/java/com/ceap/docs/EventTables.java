package com.ceap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the tables of the events' page: what stands between {@code <!-- fields NAME -->} and the
 * next {@code <!-- end -->} follows from the schema of that name, {@code <!-- feedback -->} from
 * the code that reads providers' events.
 */
final class EventTables {
  static final Pattern FIELDS = Pattern.compile("<!-- fields (?<name>[a-z-]+) -->");
  private static final String FEEDBACK = "<!-- feedback -->";
  private static final String END = "<!-- end -->";

  private final Path schemas;

  EventTables(Path root) {
    this.schemas = root.resolve("docs/reference/events");
  }

  /** The page as it must read. */
  String filled(Path page) throws IOException {
    StringBuilder out = new StringBuilder();
    List<String> lines = Files.readAllLines(page);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      out.append(line).append('\n');
      Matcher fields = FIELDS.matcher(line);
      if (fields.matches() || line.equals(FEEDBACK)) {
        out.append('\n').append(table(fields)).append('\n');
        i += lines.subList(i + 1, lines.size()).indexOf(END);
      }
    }
    return out.toString();
  }

  private String table(Matcher fields) throws IOException {
    return fields.matches()
        ? EventSchema.read(schemas, fields.group("name")).table()
        : ProviderFeedbackTable.text();
  }
}
