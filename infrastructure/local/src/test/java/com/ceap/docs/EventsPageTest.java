package com.ceap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.events.CartAbandoned;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.lifecycle.LifecycleRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EventsPageTest {
  private static final Path ROOT = ProjectRoot.find();
  private static final Path PAGE = ROOT.resolve("docs/reference/events.md");
  private static final Path FOLDER = ROOT.resolve("docs/reference/events");

  @Test
  void theTablesSayWhatTheSchemasAndTheCodeSay() throws IOException {
    Generated.check(PAGE, new EventTables(ROOT).filled(PAGE));
  }

  @Test
  void everySchemaHasItsSectionWithItsFieldsAndAnExample() throws IOException {
    String page = Files.readString(PAGE);

    for (String name : names(FOLDER, ".schema.json")) {
      assertThat(page).contains("(events/" + name + ".schema.json)");
      if (!name.equals("event")) {
        assertThat(page)
            .contains("<!-- fields " + name + " -->")
            .contains("```json file=docs/reference/events/examples/" + name + ".json");
      }
    }
    assertThat(names(FOLDER.resolve("examples"), ".json"))
        .isSubsetOf(names(FOLDER, ".schema.json"));
  }

  @Test
  void everyEventThatThePlatformTakesIsNamedWithItsSource() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(page).contains(named(CartAbandoned.TYPE));
    assertThat(LifecycleRoutes.of(List.of()))
        .filteredOn(type -> !type.source().startsWith("aws."))
        .allSatisfy(type -> assertThat(page).contains(named(type)));
    assertThat(LifecycleRoutes.of(List.of()))
        .filteredOn(type -> type.source().equals("aws.ses"))
        .allSatisfy(type -> assertThat(page).contains("| `aws.ses` | " + type.detailType()));
  }

  @Test
  void theExamplesAreOfTheEventsTheyAreNamedAfter() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String name : names(FOLDER.resolve("examples"), ".json")) {
      JsonNode example =
          json.readTree(Files.readString(FOLDER.resolve("examples/" + name + ".json")));
      JsonNode schema = json.readTree(Files.readString(FOLDER.resolve(name + ".schema.json")));
      assertThat(example.get("detail-type").asText()).isEqualTo(schema.get("title").asText());
      assertThat(schema.get("description").asText())
          .contains("published by " + example.get("source").asText());
    }
  }

  private static String named(EventType type) {
    return "### " + type.detailType() + "\n\nSource `" + type.source() + "`.";
  }

  private static Set<String> names(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
