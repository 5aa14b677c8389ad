package com.ceap.serving.api;

import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.serving.CandidateId;
import com.ceap.serving.Shown;
import com.ceap.serving.Treatment;
import com.ceap.serving.display.Article;
import com.ceap.serving.display.Display;
import com.ceap.serving.display.Money;
import com.ceap.serving.display.Offer;
import com.ceap.serving.display.Reason;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** A candidate as the API shows it. */
record CandidateJson(boolean includeScores) {
  void write(Shown shown, Display display, JsonGenerator json) throws IOException {
    ScoredCandidate decision = shown.stored().decision();
    json.writeStartObject();
    key(decision.key(), json);
    json.writeArrayFieldStart("channels");
    for (String channel : shown.channels()) {
      json.writeString(channel);
    }
    json.writeEndArray();
    text("category", decision.candidate().context("category"), json);
    display(display, json);
    text("treatment", Treatment.of(decision.candidate()), json);
    if (includeScores) {
      scores(decision, json);
    }
    json.writeStringField("createdAt", shown.stored().storedAt().toString());
    json.writeStringField("expiresAt", shown.stored().expires().toString());
    json.writeEndObject();
  }

  private static void key(CandidateKey key, JsonGenerator json) throws IOException {
    json.writeStringField("candidateId", CandidateId.of(key));
    json.writeStringField("customerId", key.customerId());
    json.writeStringField("programId", key.programId());
    json.writeStringField("marketplace", key.marketplace());
    json.writeObjectFieldStart("subject");
    json.writeStringField("type", key.subject().type());
    json.writeStringField("id", key.subject().id());
    json.writeEndObject();
  }

  private static void display(Display display, JsonGenerator json) throws IOException {
    text("title", display.title(), json);
    text("image", display.image(), json);
    price(display.price(), json);
    text("link", display.link(), json);
    reason(display.reason(), json);
    if (display.offer().isPresent()) {
      offer(display.offer().get(), json);
    }
    json.writeStringField("locale", display.locale());
    if (!display.items().isEmpty()) {
      json.writeArrayFieldStart("items");
      for (Article item : display.items()) {
        item(item, json);
      }
      json.writeEndArray();
    }
  }

  private static void item(Article item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("productId", item.productId());
    text("title", item.title(), json);
    text("image", item.image(), json);
    price(item.price(), json);
    text("link", item.link(), json);
    json.writeEndObject();
  }

  private static void price(Optional<Money> price, JsonGenerator json) throws IOException {
    if (price.isPresent()) {
      json.writeObjectFieldStart("price");
      json.writeStringField("amount", price.get().amount().toPlainString());
      json.writeStringField("currency", price.get().currency());
      json.writeEndObject();
    }
  }

  private static void reason(Reason reason, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("reason");
    json.writeStringField("code", reason.code().name());
    if (reason.views().isPresent()) {
      json.writeNumberField("views", reason.views().getAsLong());
    }
    text("text", reason.text(), json);
    json.writeEndObject();
  }

  private static void offer(Offer offer, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("offer");
    json.writeNumberField("percent", offer.percent());
    text("code", offer.code(), json);
    json.writeEndObject();
  }

  private static void scores(ScoredCandidate decision, JsonGenerator json) throws IOException {
    json.writeNumberField("score", Treatment.score(decision));
    json.writeArrayFieldStart("scores");
    for (Score score : decision.scores()) {
      json.writeStartObject();
      json.writeStringField("modelId", score.modelId());
      json.writeNumberField("value", score.value());
      json.writeStringField("origin", score.origin().name());
      text("confidence", score.confidence().map(Enum::name), json);
      json.writeStringField("scoredAt", score.scoredAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(String name, Optional<String> text, JsonGenerator json)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }
}
