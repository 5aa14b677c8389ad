package com.ceap.lambdas.trace;

import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.Rejection;
import com.ceap.model.Subject;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rejections as objects: one JSON array a line. An object holds all that a stage rejected of one
 * chunk's customers, so chunks are the buckets. Thread-safe.
 */
public final class TraceObjects {
  private static final JsonFactory JSON = new JsonFactory();
  private final ObjectStore objects;

  public TraceObjects(ObjectStore objects) {
    this.objects = objects;
  }

  public void write(String key, List<RejectedCandidate> rejected) {
    objects.put(
        key,
        out -> {
          try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            writeAll(json, rejected);
          }
        });
  }

  private static void writeAll(JsonGenerator json, List<RejectedCandidate> rejected)
      throws IOException {
    for (RejectedCandidate line : rejected) {
      Candidate candidate = line.candidate();
      Rejection rejection = line.rejection();
      json.writeStartArray();
      json.writeString(candidate.customerId());
      json.writeString(candidate.key().marketplace());
      json.writeString(candidate.subject().type());
      json.writeString(candidate.subject().id());
      json.writeString(rejection.filterId());
      json.writeString(rejection.reasonCode());
      json.writeString(rejection.sentence());
      json.writeEndArray();
    }
  }

  /** What is recorded of a customer in one object. */
  public List<TraceLine> find(String key, String customerId) {
    List<TraceLine> found = new ArrayList<>();
    try (JsonParser json = JSON.createParser(objects.open(key))) {
      while (json.nextToken() == JsonToken.START_ARRAY) {
        if (json.nextTextValue().equals(customerId)) {
          found.add(readLine(json, customerId));
        }
        skipLine(json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
    return found;
  }

  private static TraceLine readLine(JsonParser json, String customerId) throws IOException {
    String marketplace = json.nextTextValue();
    Subject subject = new Subject(json.nextTextValue(), json.nextTextValue());
    Rejection rejection =
        new Rejection(json.nextTextValue(), json.nextTextValue(), json.nextTextValue());
    return new TraceLine(customerId, marketplace, subject, rejection);
  }

  private static void skipLine(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    while (token != JsonToken.END_ARRAY) {
      token = json.nextToken();
    }
  }
}
