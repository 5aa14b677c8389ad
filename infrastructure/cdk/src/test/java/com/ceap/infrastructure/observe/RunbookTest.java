package com.ceap.infrastructure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RunbookTest {
  private static final Path RUNBOOK = Path.of("../../docs/how-to/operate.md");
  private static final Pattern SECTION = Pattern.compile("(?ms)^### ([a-z-]+)$(.*?)(?=^##)");

  @Test
  void everyAlarmHasItsSectionAndEverySectionItsAlarm() throws IOException {
    assertThat(sections().stream().map(section -> section.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(AlarmKind.values()).map(AlarmKind::title).toList());
  }

  @Test
  void aSectionSaysWhatTheAlarmMeansAndWhatToDo() throws IOException {
    assertThat(sections())
        .allSatisfy(
            section -> assertThat(section.group(2)).contains("**Means** ").contains("**Do** "));
  }

  private static List<MatchResult> sections() throws IOException {
    return SECTION.matcher(Files.readString(RUNBOOK)).results().toList();
  }
}
