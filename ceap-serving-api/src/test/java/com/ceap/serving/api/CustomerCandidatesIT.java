package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.anyCustomer;
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
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerCandidatesIT {
  private static final String C1 = "/v1/customers/C1/candidates";
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theBestComesFirstThenTheNewestThenAFixedOrder() {
    world.store(key("C1", "P2"), 0.5, "in-app");
    world.store(key("C1", "P1"), 0.5, "in-app");
    world.store(key("C1", "P3"), 0.9, "in-app");
    world.clock.advance(Duration.ofHours(1));
    world.store(key("C1", "P4"), 0.5, "in-app");
    assertThat(world.inApp("C1")).containsExactly("P3", "P4", "P1", "P2");
  }

  @Test
  void nobodySeesAnotherCustomersCandidates() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    world.store(key("C10", "P2"), 0.9, "in-app");
    world.store(key("C", "P3"), 0.9, "in-app");
    assertThat(world.inApp("C1")).containsExactly("P1");
    assertThat(world.get(customer("C1"), "/v1/customers/C10/candidates").status()).isEqualTo(403);
    assertThat(world.get(customer("C1"), "/v1/customers/nobody/candidates").status())
        .isEqualTo(403);
    assertThat(subjects(world.get(anyCustomer(), "/v1/customers/C10/candidates")))
        .containsExactly("P2");
  }

  @Test
  void whoShowsNothingIsAskedToAndAServiceIsSentElsewhere() {
    ApiResponse nobody = world.get(Caller.ANONYMOUS, C1);
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.header("www-authenticate")).contains("Bearer realm=\"ceap\"");
    assertThat(world.get(SERVICE, C1).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void whatHasAnOutcomeIsNotShown(Outcome outcome) {
    world.store(key("C1", "P1"), 0.9, "in-app");
    world.store(key("C1", "P2"), 0.5, "in-app");
    world
        .stores
        .outcomes()
        .record(
            key("C1", "P1"),
            outcome,
            world.clock.instant(),
            world.clock.instant().plus(Duration.ofDays(1)));
    assertThat(world.inApp("C1")).containsExactly("P2");
  }

  @Test
  void whatWasBoughtOrExitedSinceIsNotShown() {
    world.store(key("C1", "P1"), 0.9, "in-app");
    world.store(key("C1", "P2"), 0.8, "in-app");
    world.store(key("C1", "P3"), 0.7, "in-app");
    change(new LedgerEntry.Bought(new Purchase(product("P1"), world.clock.instant())));
    change(
        new LedgerEntry.Exited(
            new Exit("reco", Optional.of(product("P2")), "CartEmptied", world.clock.instant())));
    assertThat(world.inApp("C1")).containsExactly("P3");
    change(
        new LedgerEntry.Exited(
            new Exit("reco", Optional.empty(), "OrderPlaced", world.clock.instant())));
    assertThat(world.inApp("C1")).isEmpty();
  }

  @Test
  void anOptOutMayNameTheChannelItsTypeTheProgramOrAll() {
    world.store(key("C1", "P1"), 0.9, "in-app", "shelf", "email");
    world.optOut("C1", "reco", "shelf");
    assertThat(world.inApp("C1")).containsExactly("P1");
    assertThat(subjects(world.get(customer("C1"), C1 + "?channel=shelf"))).isEmpty();
    world.optOut("C1", "all", "in-app");
    assertThat(world.inApp("C1")).isEmpty();
    JsonNode left = json(world.get(customer("C1"), C1)).at("/candidates/0/channels");
    assertThat(left.toString()).isEqualTo("[\"email\"]");
    world.optOut("C1", "all", "all");
    assertThat(subjects(world.get(customer("C1"), C1))).isEmpty();
  }

  @Test
  void aSuppressedKindOfChannelShowsNothing() {
    world.store(key("C1", "P1"), 0.9, "email");
    assertThat(subjects(world.get(customer("C1"), C1))).containsExactly("P1");
    change(new LedgerEntry.Closed(new Suppression("email", "BOUNCED", world.clock.instant())));
    assertThat(subjects(world.get(customer("C1"), C1))).isEmpty();
  }

  @Test
  void channelsThatAreClosedOrInShadowModeAndProgramsThatArePausedShowNothing() {
    world.store(key("C1", "P1"), 0.9, "closed", "trial", "unknown");
    CandidateKey paused = new CandidateKey("C1", "paused", "US", product("P2"));
    world.store(paused, 0.9, "in-app");
    CandidateKey gone = new CandidateKey("C1", "gone", "US", product("P3"));
    world.store(gone, 0.9, "in-app");
    assertThat(subjects(world.get(customer("C1"), C1))).isEmpty();
  }

  @Test
  void whatHasExpiredIsNotShownAlthoughItIsStillThere() {
    world.store(key("C1", "P1"), 0.9, "in-app");
    world.clock.advance(Duration.ofDays(7).minusSeconds(1));
    world.product("P1", true);
    world.customer("C1", Customer.Status.ACTIVE, Optional.empty());
    assertThat(world.inApp("C1")).containsExactly("P1");
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(world.inApp("C1")).isEmpty();
  }

  @Test
  void theLimitCountsWhatIsLeftAfterEverythingElse() {
    for (int i = 0; i < 30; i++) {
      world.store(key("C1", "P%02d".formatted(i)), i / 30.0, "in-app");
    }
    world.event(key("C1", "P29"), "k", "{\"type\":\"dismissal\"}");
    assertThat(subjects(world.get(customer("C1"), C1 + "?limit=2"))).containsExactly("P28", "P27");
    assertThat(subjects(world.get(customer("C1"), C1))).hasSize(10);
    assertThat(subjects(world.get(customer("C1"), C1 + "?limit=100"))).hasSize(29);
    assertThat(subjects(world.get(customer("C1"), C1 + "?limit=100&channel=in-app")))
        .as("maxProducts of the section")
        .hasSize(20);
    assertThat(subjects(world.get(customer("C1"), C1 + "?limit=100&minScore=0.5")))
        .hasSize(14)
        .contains("P15");
  }

  @Test
  void onlyTheMarketplaceThatIsAskedForIsShown() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    CandidateKey german = new CandidateKey("C1", "reco", "DE", product("P2"));
    world.store(german, 0.9, "in-app");
    assertThat(subjects(world.get(customer("C1"), C1 + "?marketplace=US"))).containsExactly("P1");
    assertThat(subjects(world.get(customer("C1"), C1 + "?marketplace=DE"))).containsExactly("P2");
    assertThat(subjects(world.get(customer("C1"), C1 + "?marketplace=FR"))).isEmpty();
  }

  @Test
  void withoutAMarketplaceTheNewestDecisionSaysWhereTheCustomerIs() {
    world.store(key("C1", "P1"), 0.9, "in-app");
    world.clock.advance(Duration.ofMinutes(1));
    CandidateKey german = new CandidateKey("C1", "reco", "DE", product("P2"));
    world.store(german, 0.5, "in-app");
    ApiResponse answer = world.get(customer("C1"), C1);
    assertThat(subjects(answer)).containsExactly("P2");
    assertThat(json(answer).get("marketplace").asText()).isEqualTo("DE");
    CandidateKey cart = new CandidateKey("C1", "carts", "US", new Subject("cart", "K1"));
    world.store(cart, 0.1, "in-app");
    assertThat(subjects(world.get(customer("C1"), C1 + "?program=reco"))).containsExactly("P2");
    assertThat(subjects(world.get(customer("C1"), C1 + "?program=carts"))).containsExactly("K1");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0 | limit must be a whole number from 1 to 100, was '0'
          limit=-1 | limit must be a whole number from 1 to 100, was '-1'
          limit=1000000000 | limit must be a whole number from 1 to 100, was '1000000000'
          limit=99999999999 | limit must be a whole number from 1 to 100, was '99999999999'
          limit=ten | limit must be a whole number from 1 to 100, was 'ten'
          limit= | limit must be a whole number from 1 to 100, was ''
          limit=5&limit=5 | limit came twice
          minScore=1.5 | minScore must be a number from 0 to 1, was '1.5'
          minScore=NaN | minScore must be a number from 0 to 1, was 'NaN'
          includeScores=yes | includeScores must be true or false, was 'yes'
          program= | program must not be blank
          channel=%00 | channel must not hold control characters
          channel=%zz | channel must be UTF-8 text, percent-encoded
          colour=red | there is no parameter 'colour', only program, channel, marketplace, minScore, limit, includeScores, refreshEligibility
          """)
  void aWrongParameterIsNamedWithWhatWouldBeRight(String query, String detail) {
    ApiResponse answer = world.get(customer("C1"), C1 + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).contains("application/problem+json");
    assertThat(json(answer).get("type").asText())
        .isEqualTo("urn:problem-type:ceap:invalid-request");
    assertThat(json(answer).get("detail").asText()).isEqualTo(detail);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    ApiResponse answer = world.get(customer("C1"), C1 + "?limit=0&minScore=2&x=1");
    assertThat(texts(json(answer).get("errors"), "/name"))
        .containsExactly("limit", "minScore", "x");
    assertThat(texts(json(answer).get("errors"), "/in")).containsOnly("query");
  }

  @Test
  void oddIdsAreServedExactly() {
    for (String id : List.of("a/b", "a#b", "50% off?", "🛒", "a b+c", "..", "C1%2F")) {
      world.store(key(id, "P1"), 0.5, "in-app");
      ApiResponse answer = world.get(customer(id), "/v1/customers/" + encoded(id) + "/candidates");
      assertThat(answer.status()).as(id).isEqualTo(200);
      assertThat(json(answer).get("customerId").asText()).isEqualTo(id);
      assertThat(subjects(answer)).as(id).containsExactly("P1");
    }
  }

  @Test
  void idsThatCannotBeAreRefused() {
    String tooLong = "x".repeat(513);
    for (String id : List.of("%00", "%", "%f0%28", "%20", "%ed%a0%80", tooLong)) {
      ApiResponse answer = world.get(anyCustomer(), "/v1/customers/" + id + "/candidates");
      assertThat(answer.status()).as(id).isEqualTo(400);
    }
    String most = "🛒".repeat(512);
    ApiResponse answer =
        world.get(customer(most), "/v1/customers/" + encoded(most) + "/candidates");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(world.get(anyCustomer(), "/v1/customers//candidates").status()).isEqualTo(404);
  }

  private static String encoded(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
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

  private void change(LedgerEntry entry) {
    world.stores.ledgers().update("C1", _ -> LedgerChange.of(true, entry));
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

  private static Subject product(String id) {
    return new Subject("product", id);
  }
}
