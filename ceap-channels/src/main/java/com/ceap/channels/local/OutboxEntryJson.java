package com.ceap.channels.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An entry as the file beside its message. */
final class OutboxEntryJson {
  static final String FILE = "entry.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private OutboxEntryJson() {}

  static byte[] write(OutboxEntry entry) {
    ObjectNode json = JSON.createObjectNode();
    json.put("messageId", entry.messageId());
    json.put("customerId", entry.customerId());
    json.put("programId", entry.programId());
    json.put("channelType", entry.channelType());
    json.put("at", entry.at().toString());
    json.put("summary", entry.summary());
    entry.files().forEach(file -> json.withArray("files").add(file.getFileName().toString()));
    return json.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  static OutboxEntry read(Path folder) throws IOException {
    JsonNode json = JSON.readTree(Files.readAllBytes(folder.resolve(FILE)));
    List<Path> files = new ArrayList<>();
    json.path("files").forEach(name -> files.add(folder.resolve(name.asText())));
    return new OutboxEntry(
        json.path("messageId").asText(),
        json.path("customerId").asText(),
        json.path("programId").asText(),
        json.path("channelType").asText(),
        Instant.parse(json.path("at").asText()),
        json.path("summary").asText(),
        files);
  }
}
