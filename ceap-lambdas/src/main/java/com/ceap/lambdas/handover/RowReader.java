package com.ceap.lambdas.handover;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Confidence;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what {@link RowWriter} wrote. Not thread-safe. */
final class RowReader implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private final JsonParser in;
  private final Map<Map<String, String>, Context> contexts = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private AttributeSchema attributes = AttributeSchema.EMPTY;
  private AttributeSchema features = AttributeSchema.EMPTY;

  RowReader(InputStream stream) throws IOException {
    in = JSON.createParser(stream);
  }

  /** Moves to the next row; false at the end. */
  boolean next() throws IOException {
    JsonToken token = in.nextToken();
    while (token == JsonToken.START_OBJECT) {
      readSchema();
      token = in.nextToken();
    }
    return token == JsonToken.START_ARRAY;
  }

  private void readSchema() throws IOException {
    String kind = in.nextFieldName();
    in.nextToken();
    List<String> columns = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      columns.add(in.getText());
    }
    in.nextToken();
    if (kind.equals("features")) {
      features = new AttributeSchema(columns);
    } else {
      attributes = new AttributeSchema(columns);
    }
  }

  Candidate candidate() throws IOException {
    Candidate candidate = fields();
    in.nextToken();
    return candidate;
  }

  ScoredCandidate scored() throws IOException {
    Candidate candidate = fields();
    Attributes row = values(features);
    in.nextToken();
    double score = in.getDoubleValue();
    OptionalInt discount = percent();
    ScoredCandidate scored = new ScoredCandidate(candidate, row, scores(), score, discount);
    in.nextToken();
    return scored;
  }

  private Candidate fields() throws IOException {
    String customerId = in.nextTextValue();
    String programId = shared(in.nextTextValue());
    String marketplace = shared(in.nextTextValue());
    Subject subject = new Subject(shared(in.nextTextValue()), in.nextTextValue());
    Context context = context();
    Attributes row = values(attributes);
    return new Candidate(
        new CandidateKey(customerId, programId, marketplace, subject),
        context,
        row,
        channels(),
        instant());
  }

  private String shared(String text) {
    return names.computeIfAbsent(text, same -> same);
  }

  private Context context() throws IOException {
    Map<String, String> values = new HashMap<>(4);
    in.nextToken();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      values.put(name, in.nextTextValue());
    }
    return contexts.computeIfAbsent(values, Context::new);
  }

  private Attributes values(AttributeSchema schema) throws IOException {
    in.nextToken();
    Object[] row = new Object[schema.size()];
    for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
      row[i] = ValueCodec.read(in);
    }
    return new Attributes(schema, row);
  }

  private List<String> channels() throws IOException {
    in.nextToken();
    List<String> channels = new ArrayList<>(4);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      channels.add(shared(in.getText()));
    }
    return channels;
  }

  private List<Score> scores() throws IOException {
    in.nextToken();
    List<Score> scores = new ArrayList<>(2);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String model = shared(in.getText());
      in.nextToken();
      double value = in.getDoubleValue();
      OptionalInt discount = percent();
      Optional<Confidence> confidence = confidence(in.nextTextValue());
      Score.Origin origin = Score.Origin.valueOf(in.nextTextValue());
      scores.add(new Score(model, value, discount, confidence, origin, instant()));
    }
    return scores;
  }

  private static Optional<Confidence> confidence(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(Confidence.valueOf(name));
  }

  private OptionalInt percent() throws IOException {
    int percent = in.nextIntValue(-1);
    return percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent);
  }

  private Instant instant() throws IOException {
    long second = in.nextLongValue(0);
    return Instant.ofEpochSecond(second, in.nextIntValue(0));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
