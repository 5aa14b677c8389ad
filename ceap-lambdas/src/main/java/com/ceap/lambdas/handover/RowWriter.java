package com.ceap.lambdas.handover;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.Confidence;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes candidates as JSON lines. Not thread-safe; the caller closes the stream. */
final class RowWriter implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private final JsonGenerator out;
  private AttributeSchema attributes = AttributeSchema.EMPTY;
  private AttributeSchema features = AttributeSchema.EMPTY;

  RowWriter(OutputStream stream) throws IOException {
    out = JSON.createGenerator(stream, JsonEncoding.UTF8);
    out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  void write(Candidate candidate) throws IOException {
    attributes = schema("attributes", attributes, candidate.attributes().schema());
    out.writeStartArray();
    fields(candidate);
    out.writeEndArray();
  }

  void write(ScoredCandidate scored) throws IOException {
    attributes = schema("attributes", attributes, scored.candidate().attributes().schema());
    features = schema("features", features, scored.features().schema());
    out.writeStartArray();
    fields(scored.candidate());
    values(scored.features());
    out.writeNumber(scored.score());
    out.writeNumber(scored.discountPercent().orElse(-1));
    scores(scored.scores());
    out.writeEndArray();
  }

  /** Names the columns of the rows that follow, whenever they change. */
  private AttributeSchema schema(String kind, AttributeSchema known, AttributeSchema next)
      throws IOException {
    if (!next.equals(known)) {
      out.writeStartObject();
      out.writeArrayFieldStart(kind);
      for (String name : next.names()) {
        out.writeString(name);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return next;
  }

  private void fields(Candidate candidate) throws IOException {
    out.writeString(candidate.key().customerId());
    out.writeString(candidate.key().programId());
    out.writeString(candidate.key().marketplace());
    out.writeString(candidate.subject().type());
    out.writeString(candidate.subject().id());
    out.writeStartObject();
    for (Map.Entry<String, String> entry : candidate.context().values().entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
    values(candidate.attributes());
    out.writeStartArray();
    for (String channel : candidate.channels()) {
      out.writeString(channel);
    }
    out.writeEndArray();
    instant(candidate.eventTime());
  }

  private void values(Attributes row) throws IOException {
    out.writeStartArray();
    for (int i = 0; i < row.schema().size(); i++) {
      ValueCodec.write(out, row.raw(i));
    }
    out.writeEndArray();
  }

  private void scores(List<Score> scores) throws IOException {
    out.writeStartArray();
    for (Score score : scores) {
      out.writeString(score.modelId());
      out.writeNumber(score.value());
      out.writeNumber(score.discountPercent().orElse(-1));
      out.writeString(score.confidence().map(Confidence::name).orElse(""));
      out.writeString(score.origin().name());
      instant(score.scoredAt());
    }
    out.writeEndArray();
  }

  private void instant(Instant instant) throws IOException {
    out.writeNumber(instant.getEpochSecond());
    out.writeNumber(instant.getNano());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
