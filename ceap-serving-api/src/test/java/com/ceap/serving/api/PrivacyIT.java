package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.anyCustomer;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Customer;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.storage.CeapTables;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyIT {
  private static final String CONSENT = "/v1/customers/C1/consent";
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
  private static final Map<String, String> HTML = Map.of("accept", "text/html,*/*;q=0.8");
  private final World world = new World();

  @BeforeEach
  void store() {
    world.store(key("C1", "P1"), 0.5, "in-app", "email");
    world.store(key("C2", "P2"), 0.5, "in-app", "email");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void onceAnOptOutIsAnsweredNothingOfItIsShown() {
    put("{\"consents\":[{\"channel\":\"email\",\"optedOut\":true}]}");
    assertThat(subjects(world.get(customer("C1"), "/v1/customers/C1/candidates?channel=email")))
        .isEmpty();
    assertThat(emailPage()).containsExactly("P2");
    assertThat(world.inApp("C1")).containsExactly("P1");
    put("{\"consents\":[{\"optedOut\":true}]}");
    assertThat(world.inApp("C1")).isEmpty();
  }

  @Test
  void ofEachProgramAndChannelTheLatestWordHolds() {
    put(
        "{\"consents\":[{\"program\":\"reco\",\"channel\":\"in-app\",\"optedOut\":true},"
            + "{\"channel\":\"email\",\"optedOut\":true}]}");
    String withdrawal = "{\"consents\":[{\"channel\":\"email\",\"optedOut\":false}]}";
    assertThat(json(put(withdrawal)).get("optOuts")).as("of the same moment").hasSize(2);
    world.clock.advance(Duration.ofMillis(1));
    ApiResponse answer = put(withdrawal);
    assertThat(json(answer).get("optOuts").toString())
        .isEqualTo("[{\"program\":\"reco\",\"channel\":\"in-app\"}]");
    assertThat(json(world.get(customer("C1"), CONSENT))).isEqualTo(json(answer));
    assertThat(emailPage()).containsExactlyInAnyOrder("P1", "P2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | /consents | consents must be a list of 1 to 50 entries
          {"consents":[{}]} | /consents/0/optedOut | optedOut is required
          {"consents":[{"optedOut":"yes"}]} | /consents/0/optedOut | optedOut must be true or false
          {"consents":[{"optedOut":true,"program":"recco"}]} | /consents/0/program | program must be "all" or the id of a program
          {"consents":[{"optedOut":true,"program":"carts","channel":"emial"}]} | /consents/0/channel | channel must be one of all, email, in-app
          {"consents":[{"optedOut":true,"chanel":"email"}]} | /consents/0/chanel | there is no field 'chanel', only [channel, optedOut, program]
          """)
  void aWrongConsentIsNamedAndChangesNothing(String body, String pointer, String detail) {
    ApiResponse answer = put(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/name").asText()).isEqualTo(pointer);
    assertThat(json(answer).at("/errors/0/detail").asText()).isEqualTo(detail);
    assertThat(world.stores.ledgers().find("C1").version()).isZero();
  }

  @Test
  void nobodySpeaksForAnother() {
    String body = "{\"consents\":[{\"optedOut\":true}]}";
    assertThat(world.send("PUT", CONSENT, customer("C2"), JSON, body).status()).isEqualTo(403);
    assertThat(world.get(customer("C2"), CONSENT).status()).isEqualTo(403);
    assertThat(world.get(Caller.ANONYMOUS, CONSENT).status()).isEqualTo(401);
    assertThat(world.send("DELETE", "/v1/customers/C1", customer("C2"), Map.of(), "").status())
        .isEqualTo(403);
    assertThat(world.send("PUT", CONSENT, anyCustomer(), JSON, body).status()).isEqualTo(200);
  }

  @Test
  void anErasureSaysWhatItDeletedAndNothingIsShownAnyMore() {
    world.customer("C1", Customer.Status.ACTIVE, Optional.empty());
    world.event(key("C1", "P1"), "k", "{\"type\":\"click\"}");
    ApiResponse answer = world.send("DELETE", "/v1/customers/C1", customer("C1"), Map.of(), "");
    JsonNode deleted = json(answer).get("deleted");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(deleted.get("candidates").asInt()).isEqualTo(1);
    assertThat(deleted.get("indexItems").asInt()).isEqualTo(2);
    assertThat(deleted.get("events").asInt()).isEqualTo(1);
    assertThat(deleted.get("profile").asInt()).isEqualTo(1);
    assertThat(deleted.get("messages").asInt()).isZero();
    assertThat(json(answer).get("kept").asText()).startsWith("an opt-out of everything");
    assertThat(world.stores.customers().customers(Set.of("C1"))).isEmpty();
    world.store(key("C1", "P1"), 0.5, "in-app", "email");
    assertThat(world.inApp("C1")).as("stored by a run that was under way").isEmpty();
    assertThat(emailPage()).containsExactly("P2");
  }

  @Test
  void lookingAtALinkChangesNothingAndAPostDoes() {
    ApiResponse page = world.send("GET", "/u/C1.reco.email", Caller.ANONYMOUS, HTML, "");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).contains("text/html; charset=utf-8");
    assertThat(page.text())
        .contains("<form method=\"post\">", "<b>Picked &lt;for&gt; you</b> by email")
        .doesNotContain("C1");
    assertThat(page.header("content-security-policy").orElseThrow()).contains("default-src 'none'");
    assertThat(world.stores.ledgers().find("C1").version()).isZero();
    ApiResponse done =
        world.send(
            "POST",
            "/u/C1.reco.email",
            Caller.ANONYMOUS,
            Map.of("content-type", "application/x-www-form-urlencoded"),
            "List-Unsubscribe=One-Click");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.text()).contains("Unsubscribed");
    assertThat(emailPage()).containsExactly("P2");
    assertThat(world.inApp("C1")).containsExactly("P1");
  }

  @Test
  void aLinkThatIsNoneIsAPageForPeopleAndAProblemForPrograms() {
    ApiResponse page = world.send("POST", "/u/broken", Caller.ANONYMOUS, HTML, "");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("This link does not work");
    ApiResponse problem = world.send("POST", "/u/broken", Caller.ANONYMOUS, Map.of(), "");
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.header("content-type")).contains("application/problem+json");
  }

  @Test
  void aStoreThatIsDownDoesNotPretend() {
    world.tables.breakDown(CeapTables.CANDIDATES);
    assertThat(put("{\"consents\":[{\"optedOut\":true}]}").status()).isEqualTo(503);
    assertThat(world.send("POST", "/u/C1.reco.email", Caller.ANONYMOUS, HTML, "").status())
        .isEqualTo(503);
  }

  private ApiResponse put(String body) {
    return world.send("PUT", CONSENT, customer("C1"), JSON, body);
  }

  private List<String> emailPage() {
    return subjects(world.get(SERVICE, "/svc/v1/programs/reco/channels/email/candidates"));
  }
}
