package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the cases of {@code broken-programs.txt}. */
class BrokenProgramsTest {
  private static final ProgramLoader LOADER = new ProgramLoader(SampleExtensions.all());

  record Case(String name, String yaml, List<String> problems) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aBrokenProgramIsAnsweredWithExactlyTheseProblems(Case broken) {
    assertThat(texts(load(broken.yaml()))).isEqualTo(broken.problems());
  }

  static LoadResult load(String yaml) {
    return LOADER.load("p.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> texts(LoadResult result) {
    return switch (result) {
      case LoadResult.Loaded _ -> List.of();
      case LoadResult.Invalid invalid -> invalid.problems().stream().map(Problem::text).toList();
    };
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in = BrokenProgramsTest.class.getResourceAsStream("broken-programs.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(BrokenProgramsTest::parse);
    }
  }

  private static Case parse(String text) {
    String[] parts = text.split("(?m)^>>>\\R?", 2);
    String name = parts[0].lines().findFirst().orElseThrow();
    List<String> problems = new ArrayList<>(parts[1].lines().toList());
    problems.removeIf(String::isBlank);
    String yaml = parts[0].substring(parts[0].indexOf('\n') + 1);
    return new Case(name, yaml, problems);
  }
}
