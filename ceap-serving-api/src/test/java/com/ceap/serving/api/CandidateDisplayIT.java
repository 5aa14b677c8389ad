package com.ceap.serving.api;

import static com.ceap.serving.api.World.candidate;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static com.ceap.serving.api.World.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Confidence;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.serving.http.ApiResponse;
import com.ceap.storage.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an answer says of a candidate and of where it is shown. */
class CandidateDisplayIT {
  private static final String C1 = "/v1/customers/C1/candidates";
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aSectionSaysHowItIsFilledAndHowLongItMayBeKept() {
    world.store(key("C1", "P1"), 0.5, "in-app", "shelf");
    ApiResponse feed = world.get(customer("C1"), C1 + "?channel=in-app");
    assertThat(json(feed).at("/sections/0/sectionName").asText()).isEqualTo("Recommended for You");
    assertThat(json(feed).at("/sections/0/refreshInterval").asText()).isEqualTo("realtime");
    assertThat(feed.header("cache-control")).contains("private, no-store");
    ApiResponse shelf = world.get(customer("C1"), C1 + "?channel=shelf");
    assertThat(json(shelf).at("/sections/0/maxProducts").asInt()).isEqualTo(4);
    assertThat(shelf.header("cache-control")).contains("private, max-age=900");
    ApiResponse empty =
        world.get(customer("C2"), "/v1/customers/C2/candidates?channel=shelf&program=reco");
    assertThat(json(empty).at("/sections/0/sectionName").asText()).isEqualTo("More like this");
    assertThat(subjects(empty)).isEmpty();
  }

  @Test
  void aShelfShowsOnlySoManyOfACategoryAndWhatTheCustomerLikesFirst() {
    storeIn("hats", "H1", 0.80);
    storeIn("hats", "H2", 0.79);
    storeIn("hats", "H3", 0.78);
    storeIn("socks", "S1", 0.75);
    storeIn("socks", "S2", 0.74);
    String shelf = C1 + "?channel=shelf";
    assertThat(subjects(world.get(customer("C1"), shelf))).containsExactly("H1", "H2", "S1", "S2");
    storeIn("socks", "S3", 0.1);
    consume("S3");
    assertThat(subjects(world.get(customer("C1"), shelf)))
        .as("0.75 × 1.1 before 0.80")
        .containsExactly("S1", "S2", "H1", "H2");
    assertThat(world.inApp("C1")).as("by score alone").startsWith("H1", "H2", "H3", "S1");
  }

  @Test
  void theTreatmentsScoreCountsAndIsNamed() {
    Candidate treated =
        new Candidate(
            key("C1", "P1"),
            Context.EMPTY,
            Attributes.of(Map.of("treatment", "model-b")),
            List.of("in-app"),
            world.clock.instant());
    world.store(treated, 0.3, score("model-a", 0.1), score("model-b", 0.9));
    world.store(key("C1", "P2"), 0.5, "in-app");
    ApiResponse answer = world.get(customer("C1"), C1 + "?includeScores=true");
    assertThat(subjects(answer)).containsExactly("P1", "P2");
    JsonNode first = json(answer).at("/candidates/0");
    assertThat(first.get("treatment").asText()).isEqualTo("model-b");
    assertThat(first.get("score").asDouble()).isEqualTo(0.9);
    assertThat(texts(first.get("scores"), "/modelId")).containsExactly("model-a", "model-b");
    assertThat(texts(first.get("scores"), "/confidence")).containsExactly("HIGH", "HIGH");
    assertThat(json(world.get(customer("C1"), C1)).at("/candidates/0").has("score")).isFalse();
  }

  @Test
  void aCandidateCarriesWhatAnAppShows() {
    world.product("P1", true);
    Candidate viewed =
        new Candidate(
            key("C1", "P1"),
            new Context(Map.of("category", "shoes")),
            Attributes.of(Map.of("view_count", 4L, "offer_code", "RECO15", "price", 99.0)),
            List.of("in-app"),
            world.clock.instant());
    world.store(new ScoredCandidate(viewed, Attributes.EMPTY, List.of(), 0.5, OptionalInt.of(15)));
    JsonNode shown = json(world.get(customer("C1"), C1)).at("/candidates/0");
    assertThat(shown.get("title").asText()).isEqualTo("Product P1");
    assertThat(shown.get("image").asText()).isEqualTo("https://img.example/P1");
    assertThat(shown.get("price").toString())
        .isEqualTo("{\"amount\":\"79.90\",\"currency\":\"USD\"}");
    assertThat(shown.get("link").asText()).isEqualTo("https://shop.example/P1");
    assertThat(shown.get("reason").toString()).isEqualTo("{\"code\":\"VIEWED\",\"views\":4}");
    assertThat(shown.get("offer").toString()).isEqualTo("{\"percent\":15,\"code\":\"RECO15\"}");
    assertThat(shown.get("locale").asText()).isEqualTo("en-US");
    assertThat(shown.get("category").asText()).isEqualTo("shoes");
  }

  @Test
  void aCartShowsWhatLiesInIt() {
    CandidateKey key = new CandidateKey("C1", "carts", "DE", new Subject("cart", "K1"));
    Attributes attributes =
        Attributes.of(
            Map.of(
                "cart_value",
                150.0,
                "items",
                List.of(
                    Map.of("id", "P1", "name", "Headphones", "price", 79.99),
                    Map.of("id", "P2", "price", 70L))));
    world.product("P2", true);
    world.store(
        new Candidate(key, Context.EMPTY, attributes, List.of("in-app"), world.clock.instant()),
        0.5);
    JsonNode shown = json(world.get(customer("C1"), C1)).at("/candidates/0");
    assertThat(shown.get("title").asText()).isEqualTo("Headphones");
    assertThat(shown.get("price").toString())
        .isEqualTo("{\"amount\":\"150.0\",\"currency\":\"EUR\"}");
    assertThat(shown.get("reason").toString()).isEqualTo("{\"code\":\"LEFT_IN_CART\"}");
    assertThat(texts(shown.get("items"), "/title")).containsExactly("Headphones", "Product P2");
    assertThat(shown.get("locale").asText()).isEqualTo("de-DE");
  }

  private void storeIn(String category, String product, double score) {
    Candidate one = candidate(key("C1", product), world.clock, "in-app", "shelf");
    world.store(
        new Candidate(
            one.key(),
            new Context(Map.of("category", category)),
            one.attributes(),
            one.channels(),
            one.eventTime()),
        score);
  }

  private void consume(String product) {
    world
        .stores
        .outcomes()
        .record(
            key("C1", product),
            Outcome.CONSUMED,
            world.clock.instant(),
            world.clock.instant().plus(Duration.ofDays(9)));
  }

  private Score score(String model, double value) {
    return new Score(
        model,
        value,
        OptionalInt.empty(),
        Optional.of(Confidence.HIGH),
        Score.Origin.MODEL,
        world.clock.instant());
  }
}
