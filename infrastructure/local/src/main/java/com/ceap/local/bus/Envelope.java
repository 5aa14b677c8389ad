package com.ceap.local.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes an event as EventBridge hands it to a target, its time cut to the second as there. */
final class Envelope {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String ACCOUNT = "000000000000";
  private static final String REGION = "local";

  private Envelope() {}

  static String of(String id, PutEntry entry, Instant now) {
    StringWriter text = new StringWriter(entry.detail().length() + 400);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("version", "0");
      json.writeStringField("id", id);
      json.writeStringField("detail-type", entry.detailType());
      json.writeStringField("source", entry.source());
      json.writeStringField("account", ACCOUNT);
      json.writeStringField(
          "time", entry.time().orElse(now).truncatedTo(ChronoUnit.SECONDS).toString());
      json.writeStringField("region", REGION);
      json.writeArrayFieldStart("resources");
      for (String resource : entry.resources()) {
        json.writeString(resource);
      }
      json.writeEndArray();
      json.writeFieldName("detail");
      // As it was put, so that nothing of it is lost.
      json.writeRawValue(entry.detail());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an event into memory", e);
    }
    return text.toString();
  }
}
