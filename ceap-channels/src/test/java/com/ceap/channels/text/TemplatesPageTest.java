package com.ceap.channels.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplatesPageTest {
  @Test
  void thePageNamesEveryPlaceholderAndNoOther() throws IOException {
    String page = Files.readString(ProjectFolder.find().resolve("docs/reference/templates.md"));
    List<String> rows =
        page.lines()
            .dropWhile(line -> !line.startsWith("| name | where |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(rows)
        .isEqualTo(Arrays.stream(Placeholder.values()).map(TemplatesPageTest::row).toList());
  }

  private static String row(Placeholder placeholder) {
    String where =
        switch (placeholder.scope()) {
          case ANYWHERE -> "everywhere";
          case TEMPLATE -> "templates";
          case PRODUCT -> "templates, in products";
        };
    return "| `%s` | %s | %s |".formatted(placeholder.key(), where, placeholder.meaning());
  }
}
