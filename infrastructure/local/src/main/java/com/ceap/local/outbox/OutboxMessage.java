package com.ceap.local.outbox;

import com.ceap.channels.local.OutboxEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A message of the outbox with what it says, for people and for machines. */
public final class OutboxMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutboxEntry entry;

  public OutboxMessage(OutboxEntry entry) {
    this.entry = entry;
  }

  /** An e-mail's headers and text, a text with its segments, a notification's payload. */
  public String text() {
    return file(".eml").map(eml -> mail(OutboxMail.read(eml))).orElseGet(this::plain);
  }

  private static String mail(OutboxMail mail) {
    StringBuilder text = new StringBuilder();
    mail.shown().forEach((name, value) -> text.append(name + ": " + value + "\n"));
    return text.append('\n').append(mail.text().strip()).append('\n').toString();
  }

  private String plain() {
    return entry.files().stream().findFirst().map(OutboxMessage::content).orElse("");
  }

  /** What {@code outbox list} says of it. */
  public static ObjectNode summary(OutboxEntry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("messageId", entry.messageId());
    json.put("customerId", entry.customerId());
    json.put("programId", entry.programId());
    json.put("channelType", entry.channelType());
    json.put("at", entry.at().toString());
    json.put("summary", entry.summary());
    entry.files().forEach(file -> json.withArray("files").add(file.toString()));
    return json;
  }

  /** The summary and the content: {@code headers} and {@code text}, or {@code payload}. */
  public ObjectNode json() {
    ObjectNode json = summary(entry);
    Optional<OutboxMail> mail = file(".eml").map(OutboxMail::read);
    if (mail.isPresent()) {
      ObjectNode headers = json.putObject("headers");
      mail.get().headers().forEach(headers::put);
      json.put("text", mail.get().text());
      return json;
    }
    file(".json")
        .ifPresentOrElse(
            payload -> json.set("payload", tree(content(payload))),
            () -> json.put("text", plain()));
    return json;
  }

  /** What people look at: the page that mail programs show, else the one file there is. */
  public Optional<Path> preview() {
    return file(".html").or(() -> entry.files().stream().findFirst());
  }

  /** The file that mail programs open. */
  public Optional<Path> mailFile() {
    return file(".eml");
  }

  private Optional<Path> file(String ending) {
    return entry.files().stream().filter(file -> file.toString().endsWith(ending)).findFirst();
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the outbox holds a payload that is no JSON", e);
    }
  }
}
