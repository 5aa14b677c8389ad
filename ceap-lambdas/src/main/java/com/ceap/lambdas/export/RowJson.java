package com.ceap.lambdas.export;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.ChangedItem.ChangedCandidate;
import com.ceap.storage.ChangedItem.ChangedEngagement;
import com.ceap.storage.ChangedItem.ChangedMessage;
import com.ceap.storage.ChangedItem.ChangedOutcome;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.Engagement.Sale;
import com.ceap.storage.RecordedEngagement;
import com.ceap.storage.StoredCandidate;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Changed items as rows of {@link ExportTable}: a JSON object a line, for DuckDB to read. */
final class RowJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private final JsonGenerator json;

  RowJson(JsonGenerator json) {
    this.json = json;
  }

  void write(ChangedCandidate changed) throws IOException {
    StoredCandidate stored = changed.candidate();
    ScoredCandidate decision = stored.decision();
    Candidate candidate = decision.candidate();
    begin(decision.key());
    json.writeStringField("business_date", stored.businessDate().toString());
    json.writeStringField("run_id", stored.runId());
    time("stored_at", stored.storedAt());
    time("event_time", candidate.eventTime());
    json.writeNumberField("score", decision.score());
    scores(decision.scores());
    number("discount_percent", decision.discountPercent());
    text("category", changed.category());
    texts("channels", candidate.channels());
    map("context", candidate.context().values());
    map("attributes", candidate.attributes());
    map("features", decision.features());
    end(stored.expires());
  }

  void write(ChangedMessage changed) throws IOException {
    Message message = changed.message();
    begin(message.candidate());
    json.writeStringField("message_id", message.messageId());
    json.writeStringField("channel", message.channel());
    json.writeStringField("channel_type", message.channelType());
    json.writeNumberField("touch", message.touch());
    json.writeStringField("state", message.state().name());
    text("reason", message.reason());
    time("state_at", message.at());
    text("provider_id", message.providerId());
    json.writeStringField("program_version", message.programVersion());
    end(changed.expires());
  }

  void write(ChangedOutcome changed) throws IOException {
    begin(changed.key());
    json.writeStringField("outcome", changed.outcome().name());
    time("outcome_at", changed.at());
    if (changed.conversion().isPresent()) {
      write(changed.conversion().get());
    }
    end(changed.expires());
  }

  private void write(Conversion conversion) throws IOException {
    json.writeStringField("order_id", conversion.orderId());
    json.writeStringField("revenue", conversion.revenue().toPlainString());
    text("currency", conversion.currency());
    if (conversion.by().isPresent()) {
      write(conversion.by().get());
    }
  }

  private void write(Attribution by) throws IOException {
    json.writeStringField("channel", by.channel());
    switch (by) {
      case ByMessage message -> {
        json.writeStringField("message_id", message.messageId());
        json.writeNumberField("touch", message.touch());
      }
      case ByShowing showing -> time("shown_at", showing.at());
    }
  }

  void write(ChangedEngagement changed) throws IOException {
    RecordedEngagement engagement = changed.engagement();
    begin(engagement.candidate());
    json.writeStringField("event_id", engagement.eventId());
    json.writeStringField("event", engagement.type().name());
    text("channel", engagement.channel());
    time("occurred_at", engagement.at());
    time("recorded_at", engagement.recordedAt());
    if (engagement.sale().isPresent()) {
      write(engagement.sale().get());
    }
    end(changed.expires());
  }

  private void write(Sale sale) throws IOException {
    json.writeStringField("order_id", sale.orderId());
    json.writeStringField("revenue", sale.revenue().toPlainString());
    json.writeStringField("currency", sale.currency());
  }

  private void begin(CandidateKey key) throws IOException {
    json.writeStartObject();
    json.writeStringField("program", key.programId());
    json.writeStringField("customer_id", key.customerId());
    json.writeStringField("marketplace", key.marketplace());
    json.writeStringField("subject_type", key.subject().type());
    json.writeStringField("subject_id", key.subject().id());
  }

  private void end(Instant expires) throws IOException {
    time("expires_at", expires);
    json.writeEndObject();
  }

  private void scores(List<Score> scores) throws IOException {
    json.writeObjectFieldStart("scores");
    for (Score score : scores) {
      json.writeObjectFieldStart(score.modelId());
      json.writeNumberField("score", score.value());
      number("discount_percent", score.discountPercent());
      text("confidence", score.confidence().map(Enum::name));
      json.writeStringField("origin", score.origin().name());
      time("scored_at", score.scoredAt());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void time(String name, Instant at) throws IOException {
    json.writeStringField(name, TIME.format(at));
  }

  private void text(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  private void number(String name, OptionalInt number) throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, number.getAsInt());
    }
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void map(String name, Map<String, String> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void map(String name, Attributes attributes) throws IOException {
    json.writeObjectFieldStart(name);
    List<String> names = attributes.schema().names();
    for (int i = 0; i < names.size(); i++) {
      Object value = attributes.at(i).orElse(null);
      if (value != null) {
        json.writeStringField(names.get(i), AttributeText.of(value));
      }
    }
    json.writeEndObject();
  }
}
