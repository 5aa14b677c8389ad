package com.ceap.serving.api;

import static com.ceap.serving.api.World.anyCustomer;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Subject;
import com.ceap.serving.CandidateId;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsIT {
  private final World world = new World();
  private CandidateKey p1;

  @BeforeEach
  void store() {
    p1 = world.store(key("C1", "P1"), 0.5, "in-app");
    world.store(key("C1", "P2"), 0.4, "in-app");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"impression", "click", "add_to_cart"})
  void whatIsMerelyLookedAtIsShownOn(String type) {
    ApiResponse answer =
        world.event(
            p1,
            "k1",
            "{\"type\":\"%s\",\"channel\":\"in-app\",\"occurredAt\":\"2026-03-02T10:59:00+01:00\"}"
                .formatted(type));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(json(answer).get("recordedAt").asText()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
  }

  @Test
  void aDismissalEndsTheCandidateAndItsJourney() {
    assertThat(world.event(p1, "k1", "{\"type\":\"dismissal\"}").status()).isEqualTo(201);
    assertThat(world.inApp("C1")).containsExactly("P2");
    assertThat(found().outcomes()).containsEntry(p1, Outcome.DISMISSED);
    assertThat(ledger().exit(p1, world.clock.instant())).isPresent();
    world.store(p1, 0.9, "in-app");
    assertThat(world.inApp("C1")).as("decided anew the next day").containsExactly("P2");
  }

  @Test
  void aConversionCarriesItsOrderAndAnOrderCountsOnce() {
    String order =
        "{\"type\":\"conversion\",\"order\":{\"orderId\":\"O1\",\"amount\":\"135.00\",\"currency\":\"USD\"}}";
    assertThat(world.event(p1, "k1", order).status()).isEqualTo(201);
    assertThat(world.event(key("C1", "P2"), "k1", order).status()).isEqualTo(201);
    assertThat(found().outcomes())
        .containsOnly(
            Map.entry(p1, Outcome.CONVERTED), Map.entry(key("C1", "P2"), Outcome.CONVERTED));
    assertThat(found().conversions()).containsOnlyKeys(p1);
    assertThat(found().conversions().get(p1).revenue()).isEqualByComparingTo("135");
    assertThat(world.inApp("C1")).isEmpty();
  }

  @Test
  void aConversionIsToTheCreditOfTheAppThatReportsIt() {
    world.event(p1, "k1", "{\"type\":\"click\",\"channel\":\"shelf\"}");
    world.clock.advance(Duration.ofMinutes(1));
    String order = "\"order\":{\"orderId\":\"O1\",\"amount\":\"135.00\",\"currency\":\"USD\"}}";
    world.event(p1, "k2", "{\"type\":\"conversion\",\"channel\":\"in-app\"," + order);
    assertThat(found().conversions().get(p1).by())
        .contains(new ByShowing("in-app", world.clock.instant()));
    world.event(key("C1", "P2"), "k1", "{\"type\":\"click\",\"channel\":\"shelf\"}");
    world.event(key("C1", "P2"), "k2", "{\"type\":\"conversion\"," + order.replace("O1", "O2"));
    assertThat(found().conversions().get(key("C1", "P2")).by())
        .as("where the app does not say where")
        .contains(new ByShowing("shelf", world.clock.instant()));
  }

  @Test
  void anAppThatNamesNoChannelIsTheProgramsOnlyOne() {
    CandidateKey cart = new CandidateKey("C1", "carts", "US", new Subject("cart", "K1"));
    world.store(cart, 0.5, "in-app");
    world.event(cart, "k1", "{\"type\":\"impression\"}");
    world.event(p1, "k1", "{\"type\":\"impression\"}");
    assertThat(world.stores.engagements().of(cart).getFirst().channel()).contains("in-app");
    assertThat(world.stores.engagements().of(p1).getFirst().channel()).isEmpty();
  }

  @Test
  void theSameEventIsRecordedOnceHoweverOftenItIsReported() {
    world.event(p1, "k1", "{\"type\":\"dismissal\"}");
    long version = ledger().version();
    world.clock.advance(Duration.ofMinutes(1));
    ApiResponse again = world.event(p1, "k1", "{\"type\":\"dismissal\"}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(json(again).get("recordedAt").asText()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(ledger().version()).isEqualTo(version);
  }

  @Test
  void aReportThatDiedHalfWayIsFinishedByTheNext() {
    world.tables.breakDown("transact", CeapTables.CANDIDATES);
    assertThat(world.event(p1, "k1", "{\"type\":\"dismissal\"}").status()).isEqualTo(503);
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
    world.tables.repair();
    assertThat(world.event(p1, "k1", "{\"type\":\"dismissal\"}").status()).isEqualTo(200);
    assertThat(world.inApp("C1")).containsExactly("P2");
  }

  @Test
  void aKeyStandsForOneEventOfACandidate() {
    world.event(p1, "k1", "{\"type\":\"click\"}");
    ApiResponse other = world.event(p1, "k1", "{\"type\":\"dismissal\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(json(other).get("type").asText()).isEqualTo("urn:problem-type:ceap:key-reused");
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
    assertThat(world.event(key("C1", "P2"), "k1", "{\"type\":\"click\"}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | type is required
          {"type":"open"} | type must be one of impression, click, add_to_cart, conversion, dismissal
          {"type":1} | type must be text
          {"type":"click","occurredAt":"yesterday"} | occurredAt must be a time such as 2026-03-01T10:00:00Z
          {"type":"click","occurredAt":"2026-03-02T10:06:00Z"} | occurredAt must not lie ahead
          {"type":"click","order":{"orderId":"O","amount":"1","currency":"USD"}} | order belongs to a conversion, not to a click
          {"type":"conversion","order":{}} | orderId is required; amount is required; currency is required
          {"type":"conversion","order":{"orderId":"O","amount":1,"currency":"USD"}} | amount must be text
          {"type":"conversion","order":{"orderId":"O","amount":"-1","currency":"USD"}} | amount must be an amount such as "135.00"
          {"type":"conversion","order":{"orderId":"O","amount":"1","currency":"ABC"}} | currency must be an ISO 4217 code such as USD
          {"type":"conversion","order":"O"} | order must be an object
          """)
  void aWrongReportIsNamedWithWhatWouldBeRight(String body, String detail) {
    ApiResponse answer = world.event(p1, "k1", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).get("detail").asText()).isEqualTo(detail);
  }

  @Test
  void faultsWithinTheBodyArePointedAt() {
    ApiResponse answer =
        world.event(
            p1,
            "k1",
            "{\"type\":\"conversion\",\"order\":{\"orderId\":\"O\",\"amount\":\"x\",\"currency\":\"USD\"}}");
    assertThat(json(answer).at("/errors/0/name").asText()).isEqualTo("/order/amount");
  }

  @Test
  void anEventNeedsAKey() {
    String path = "/v1/candidates/" + CandidateId.of(p1) + "/events";
    ApiResponse answer = world.post(customer("C1"), path, "{\"type\":\"click\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/in").asText()).isEqualTo("header");
  }

  @Test
  void whatIsConsumedIsShownNoMore() {
    String path = "/v1/candidates/" + CandidateId.of(p1) + "/consume";
    assertThat(world.send("POST", path, customer("C1"), Map.of(), "").status()).isEqualTo(204);
    assertThat(world.inApp("C1")).containsExactly("P2");
    long version = ledger().version();
    assertThat(world.send("POST", path, customer("C1"), Map.of(), "").status()).isEqualTo(204);
    assertThat(ledger().version()).isEqualTo(version);
  }

  @Test
  void aDeletedCandidateIsGoneUntilItIsDecidedAnew() {
    String path = "/v1/candidates/" + CandidateId.of(p1);
    assertThat(world.send("DELETE", path, customer("C1"), Map.of(), "").status()).isEqualTo(204);
    assertThat(world.inApp("C1")).containsExactly("P2");
    assertThat(world.send("DELETE", path, customer("C1"), Map.of(), "").status()).isEqualTo(404);
    world.store(p1, 0.5, "in-app");
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
  }

  @Test
  void onlyTheOwnerTouchesACandidateAndNobodyLearnsWhatExists() {
    for (CandidateKey key : new CandidateKey[] {p1, key("C1", "never")}) {
      String path = "/v1/candidates/" + CandidateId.of(key);
      assertThat(world.send("DELETE", path, customer("C2"), Map.of(), "").status()).isEqualTo(403);
      assertThat(world.send("POST", path + "/consume", customer("C2"), Map.of(), "").status())
          .isEqualTo(403);
      assertThat(world.post(customer("C2"), path + "/events", "{}").status()).isEqualTo(403);
      assertThat(world.send("DELETE", path, Caller.ANONYMOUS, Map.of(), "").status())
          .isEqualTo(401);
    }
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
    String never = "/v1/candidates/" + CandidateId.of(key("C1", "never"));
    assertThat(world.send("DELETE", never, anyCustomer(), Map.of(), "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "QzEjcmVjbyNVUyNwcm9kdWN0I1Ax", "QzEj", "====", "%2F%2F"})
  void anIdThatIsNoneIsRefused(String id) {
    ApiResponse answer = world.send("DELETE", "/v1/candidates/" + id, anyCustomer(), Map.of(), "");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void anIdBeyondWhatAStoreHoldsIsRefused() {
    CandidateKey huge = key("C1", "x".repeat(2_000));
    ApiResponse answer =
        world.send(
            "DELETE", "/v1/candidates/" + CandidateId.of(huge), customer("C1"), Map.of(), "");
    assertThat(answer.status()).isEqualTo(400);
  }

  private CustomerCandidates found() {
    return world.stores.candidates().findConsistently("C1");
  }

  private CustomerLedger ledger() {
    return world.stores.ledgers().find("C1");
  }
}
