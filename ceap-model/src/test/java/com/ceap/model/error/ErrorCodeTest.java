package com.ceap.model.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorCodeTest {
  private static final Path PAGE = root().resolve("docs/reference/errors.md");

  @Test
  void thePageHasOneRowForEachCodeInTheCodesOrder() throws IOException {
    List<String> documented = rows("## Codes").stream().map(Row::name).toList();

    assertThat(documented)
        .as("codes in %s", PAGE)
        .containsExactlyElementsOf(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aCodesRowGivesItsCategoryItsMeaningAndWhatToDo(ErrorCode code) throws IOException {
    Row row = row("## Codes", code.name());

    assertThat(row.cells()).hasSize(4).noneMatch(String::isBlank);
    assertThat(row.cells().get(1)).isEqualTo("`" + code.category() + "`");
  }

  @ParameterizedTest
  @EnumSource
  void everyCategoryIsExplained(ErrorCategory category) throws IOException {
    assertThat(row("## Categories", category.name()).cells()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionHasTheCategoryOfItsCode(ErrorCode code) {
    assertThat(new CeapException(code, "x").category()).isEqualTo(code.category());
  }

  private static Row row(String section, String name) throws IOException {
    return rows(section).stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " has no row in " + PAGE + ", " + section));
  }

  private static List<Row> rows(String section) throws IOException {
    return Files.readString(PAGE)
        .transform(page -> page.substring(page.indexOf(section) + section.length()))
        .lines()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .map(line -> new Row(Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList()))
        .toList();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private record Row(List<String> cells) {
    String name() {
      return cells.getFirst().replace("`", "");
    }
  }
}
