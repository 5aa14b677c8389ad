package com.ceap.lambdas.trace;

import com.ceap.model.RejectedRecord;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.util.List;

/**
 * The rejects files: every record that could not be read, with reason and position. Thread-safe.
 */
public final class RejectsObjects {
  private static final JsonFactory JSON = new JsonFactory();
  private final ObjectStore objects;

  public RejectsObjects(ObjectStore objects) {
    this.objects = objects;
  }

  /** Writes an object where there is something to write. */
  public void write(String key, List<RejectedRecord> rejected) {
    if (rejected.isEmpty()) {
      return;
    }
    objects.put(
        key,
        out -> {
          try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (RejectedRecord line : rejected) {
              json.writeStartObject();
              json.writeStringField("position", line.position());
              json.writeStringField("reason", line.reasonCode());
              json.writeStringField("sentence", line.sentence());
              json.writeEndObject();
            }
            json.writeRaw('\n');
          }
        });
  }
}
