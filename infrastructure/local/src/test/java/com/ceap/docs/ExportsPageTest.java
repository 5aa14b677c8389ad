package com.ceap.docs;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.export.AnalystQueries;
import com.ceap.lambdas.export.AnalystQuery;
import com.ceap.lambdas.export.ExportColumn;
import com.ceap.lambdas.export.ExportTable;
import com.ceap.lambdas.export.SharedColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages on exports name the columns and the questions that the code has. */
final class ExportsPageTest {
  private static final Path DOCS = ProjectRoot.find().resolve("docs");

  @Test
  void theReferenceListsEveryColumn() throws IOException {
    check(DOCS.resolve("reference/exports.md"), "columns", columns());
  }

  @Test
  void theHowToListsEverySavedQuestion() throws IOException {
    StringBuilder table = new StringBuilder("| name | question |\n|---|---|\n");
    for (AnalystQuery query : AnalystQueries.ALL) {
      table.append("| `%s` | %s |\n".formatted(query.name(), query.question()));
    }
    check(DOCS.resolve("how-to/query-the-export.md"), "questions", table.toString());
  }

  private static String columns() {
    StringBuilder text = new StringBuilder();
    for (ExportTable table : ExportTable.values()) {
      text.append("\n### ").append(table.id()).append("\n\n");
      text.append("| column | type in Athena | meaning |\n|---|---|---|\n");
      append(table.columns(), text);
      append(SharedColumns.PARTITIONS, text);
    }
    return text.append('\n').toString();
  }

  private static void append(List<ExportColumn> columns, StringBuilder text) {
    for (ExportColumn column : columns) {
      text.append(
          "| `%s` | `%s` | %s |\n"
              .formatted(column.name(), column.type().glue(), column.meaning()));
    }
  }

  private static void check(Path page, String section, String content) throws IOException {
    Pattern between = Pattern.compile("(?s)<!-- " + section + " -->\n.*?<!-- end -->");
    String filled = "<!-- " + section + " -->\n" + content + "<!-- end -->";
    String text = Files.readString(page);
    Generated.check(page, between.matcher(text).replaceFirst(Matcher.quoteReplacement(filled)));
  }
}
