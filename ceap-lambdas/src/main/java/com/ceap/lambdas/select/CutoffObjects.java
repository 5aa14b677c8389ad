package com.ceap.lambdas.select;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import com.ceap.model.program.Selection;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Cut-offs as an object between Select and Store: one JSON array a group. Thread-safe. */
public final class CutoffObjects {
  private static final JsonFactory JSON = new JsonFactory();
  private final ObjectStore objects;

  public CutoffObjects(ObjectStore objects) {
    this.objects = objects;
  }

  public void write(String key, Cutoffs cutoffs) {
    objects.put(
        key,
        out -> {
          try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Map.Entry<String, Rank> group : cutoffs.last().entrySet()) {
              write(json, group.getKey(), group.getValue());
            }
          }
        });
  }

  private static void write(JsonGenerator json, String group, Rank last) throws IOException {
    json.writeStartArray();
    json.writeString(group);
    json.writeNumber(last.score());
    json.writeString(last.key().customerId());
    json.writeString(last.key().programId());
    json.writeString(last.key().marketplace());
    json.writeString(last.key().subject().type());
    json.writeString(last.key().subject().id());
    json.writeEndArray();
  }

  public Cutoffs read(String key, Selection selection) {
    Map<String, Rank> last = new HashMap<>();
    try (JsonParser json = JSON.createParser(objects.open(key))) {
      while (json.nextToken() == JsonToken.START_ARRAY) {
        last.put(json.nextTextValue(), rank(json));
        json.nextToken();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
    return new Cutoffs(selection.groupBy(), last);
  }

  private static Rank rank(JsonParser json) throws IOException {
    json.nextToken();
    double score = json.getDoubleValue();
    String customer = text(json);
    String program = text(json);
    String marketplace = text(json);
    Subject subject = new Subject(text(json), text(json));
    return new Rank(score, new CandidateKey(customer, program, marketplace, subject));
  }

  private static String text(JsonParser json) throws IOException {
    return Objects.requireNonNull(json.nextTextValue(), "a cut-off holds texts after its score");
  }
}
