package com.ceap.lambdas.campaign;

import com.ceap.model.Subject;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.storage.Campaign;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists of campaigns as objects: parts as JSON lines, a recipient each, and a manifest that
 * names them. Thread-safe.
 */
final class CampaignObjects {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectStore objects;

  CampaignObjects(ObjectStore objects) {
    this.objects = objects;
  }

  void writePart(String key, List<Recipient> recipients) {
    objects.put(
        key,
        out -> {
          try (JsonGenerator json = JSON.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Recipient recipient : recipients) {
              write(json, recipient);
            }
          }
        });
  }

  private static void write(JsonGenerator json, Recipient recipient) throws IOException {
    json.writeStartArray();
    json.writeString(recipient.messageId());
    json.writeString(recipient.customerId());
    json.writeString(recipient.marketplace());
    for (Subject subject : recipient.subjects()) {
      json.writeString(subject.type());
      json.writeString(subject.id());
    }
    json.writeEndArray();
  }

  List<Recipient> readPart(String key) {
    List<Recipient> recipients = new ArrayList<>();
    try (InputStream in = objects.open(key);
        JsonParser rows = JSON.getFactory().createParser(in)) {
      while (rows.nextToken() != null) {
        recipients.add(recipient(JSON.readTree(rows)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
    return recipients;
  }

  private static Recipient recipient(JsonNode row) {
    List<Subject> subjects = new ArrayList<>();
    for (int i = 3; i + 1 < row.size(); i += 2) {
      subjects.add(new Subject(row.get(i).textValue(), row.get(i + 1).textValue()));
    }
    return new Recipient(
        row.get(0).textValue(), row.get(1).textValue(), row.get(2).textValue(), subjects);
  }

  /** Says of the campaign what people want to know who find it. */
  void writeManifest(Campaign campaign, Manifest manifest) {
    ObjectNode json = JSON.createObjectNode();
    json.put("program", campaign.key().programId());
    json.put("programVersion", campaign.programVersion());
    json.put("run", campaign.key().runId());
    json.put("businessDate", campaign.key().businessDate().toString());
    json.put("channel", campaign.key().channel());
    json.put("templateVersion", campaign.templateVersion());
    json.put("frozenAt", campaign.frozenAt().toString());
    json.put("recipients", campaign.recipients());
    json.put("candidates", campaign.candidates());
    ArrayNode parts = json.putArray("parts");
    for (Part part : manifest.parts()) {
      parts
          .addObject()
          .put("part", part.number())
          .put("at", part.at().toString())
          .put("recipients", part.recipients())
          .put("key", part.key());
    }
    objects.put(campaign.manifest(), out -> out.write(JSON.writeValueAsBytes(json)));
  }

  Manifest readManifest(String key) {
    try (InputStream in = objects.open(key)) {
      List<Part> parts = new ArrayList<>();
      for (JsonNode part : JSON.readTree(in).get("parts")) {
        parts.add(
            new Part(
                part.get("part").intValue(),
                Instant.parse(part.get("at").textValue()),
                part.get("recipients").intValue(),
                part.get("key").textValue()));
      }
      return new Manifest(parts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
