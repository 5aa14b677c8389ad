package com.ceap.lambdas.changes;

import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps changes as objects, one for each hour of a batch. An object is named by its first change,
 * so that a batch which Lambda hands over again replaces what it has written, and one that it hands
 * over in halves adds nothing that was not there. Thread-safe.
 */
record ChangeObjects(ObjectStore objects) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line of an object: a change without its table. */
  record Line(Sequence sequence, Instant at, JsonNode item) {}

  void write(List<Change> changes) {
    Map<String, List<Change>> byHour = new LinkedHashMap<>();
    for (Change change : changes) {
      String hour = ChangeKeys.hour(change.table(), change.removed(), change.at());
      byHour.computeIfAbsent(hour, _ -> new ArrayList<>()).add(change);
    }
    byHour.forEach(this::write);
  }

  private void write(String hour, List<Change> changes) {
    String key = ChangeKeys.object(hour, changes.getFirst().sequence());
    objects.put(
        key,
        out -> {
          GZIPOutputStream zipped = new GZIPOutputStream(out);
          Writer writer = new OutputStreamWriter(zipped, StandardCharsets.UTF_8);
          for (Change change : changes) {
            writer.write(JSON.writeValueAsString(line(change)));
            writer.write('\n');
          }
          writer.flush();
          zipped.finish();
        });
  }

  private static ObjectNode line(Change change) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("sequence", change.sequence().digits());
    line.put("at", change.at().toEpochMilli());
    line.set("item", ItemJson.write(change.item()));
    return line;
  }

  void forEach(String key, Consumer<Line> action) {
    try (InputStream in = objects.open(key);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        JsonNode line = JSON.readTree(text);
        action.accept(
            new Line(
                new Sequence(line.path("sequence").asText()),
                Instant.ofEpochMilli(line.path("at").asLong()),
                line.path("item")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the changes in " + key, e);
    }
  }
}
