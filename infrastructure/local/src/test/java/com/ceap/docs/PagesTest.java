package com.ceap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PagesTest {
  private static final Path ROOT = ProjectRoot.find();
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)");
  private static final Pattern UNMARKED = Pattern.compile("(?m)^```(java|yaml|xml)$");

  @ParameterizedTest
  @MethodSource("pages")
  void blocksShowTheirFilesAsTheyAre(Path page) throws IOException {
    Generated.check(page, new CodeBlocks(ROOT).filled(page));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFiles(Path page) throws IOException {
    List<String> links =
        LINK.matcher(Files.readString(page)).results().map(MatchResult::group).toList();

    assertThat(links)
        .as("links of %s", page)
        .allSatisfy(link -> assertThat(page.resolveSibling(link.substring(2))).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeComesFromFilesThatTestsRun(Path page) throws IOException {
    assertThat(UNMARKED.matcher(Files.readString(page)).results().map(MatchResult::group))
        .as("blocks without file= in %s", page)
        .isEmpty();
  }

  @Test
  void theMapNamesEveryPage() throws IOException {
    String map = Files.readString(ROOT.resolve("docs/README.md"));

    assertThat(pages())
        .filteredOn(page -> page.startsWith(ROOT.resolve("docs")))
        .filteredOn(page -> !page.endsWith("README.md"))
        .allSatisfy(page -> assertThat(map).contains("(" + relative(page) + ")"));
  }

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    Path readme = ROOT.resolve("README.md");
    if (Files.exists(readme)) {
      pages.add(readme);
    }
    return pages;
  }

  private static Path relative(Path page) {
    return ROOT.resolve("docs").relativize(page);
  }
}
