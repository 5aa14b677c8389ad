package com.ceap.lambdas.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** The examples of the reference, as a target of the bus gets them. */
final class Examples {
  static final Instant BUS_TIME = Instant.parse("2026-02-02T02:02:02Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = folder();

  private Examples() {}

  /** The example of an event, by the name of its files, such as {@code order-placed}. */
  static EventEnvelope of(String name) throws IOException {
    JsonNode entry = JSON.readTree(Files.readString(FOLDER.resolve("examples/" + name + ".json")));
    return frame(
        entry.get("source").asText(),
        entry.get("detail-type").asText(),
        entry.get("detail").toString());
  }

  /** Holds the published schema and the code to the same verdicts on variations of the example. */
  static void assertSchemaAgrees(String name, Consumer<EventEnvelope> parse) throws IOException {
    EventEnvelope example = of(name);
    EventSchemas.assertAgrees(
        name,
        example.detail().toString(),
        detail -> parse.accept(frame(example.source(), example.detailType(), detail.toString())));
  }

  static EventEnvelope frame(String source, String detailType, String detail) {
    return EventEnvelope.parse(
        """
        {"id": "e-1", "source": "%s", "detail-type": "%s", "time": "%s", "detail": %s}
        """
            .formatted(source, detailType, BUS_TIME, detail));
  }

  private static Path folder() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("programs"))) {
      root = root.getParent();
    }
    return root.resolve("docs/reference/events");
  }
}
