package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.anyCustomer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static com.ceap.serving.api.World.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Subject;
import com.ceap.serving.http.ApiResponse;
import com.ceap.storage.CeapTables;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramCandidatesIT {
  private static final String IN_APP = "/svc/v1/programs/reco/channels/in-app/candidates";
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theBestOfAllCustomersComesFirst() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    world.store(key("C2", "P2"), 0.9, "in-app");
    world.store(key("C3", "P3"), 0.7, "email");
    ApiResponse answer = world.get(SERVICE, IN_APP + "?includeScores=true");
    assertThat(subjects(answer)).containsExactly("P2", "P1");
    assertThat(texts(json(answer).get("candidates"), "/customerId")).containsExactly("C2", "C1");
    assertThat(json(answer).has("nextCursor")).isFalse();
    assertThat(subjects(world.get(SERVICE, IN_APP + "?minScore=0.6"))).containsExactly("P2");
  }

  @Test
  void pagesHaveEveryCandidateOnceAndCountWhatMayBeShown() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 57; i++) {
      world.store(key("C" + i, "P%02d".formatted(i)), i / 57.0, "in-app", "email");
      if (i % 3 == 0) {
        world.optOut("C" + i, "reco", "in-app");
      } else {
        expected.addFirst("P%02d".formatted(i));
      }
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      ApiResponse page = world.get(SERVICE, IN_APP + "?limit=10" + cursor);
      assertThat(subjects(page).size() == 10 || !json(page).has("nextCursor")).isTrue();
      seen.addAll(subjects(page));
      cursor = "&cursor=" + json(page).path("nextCursor").asText();
      pages++;
    } while (cursor.length() > 8);
    assertThat(seen).containsExactlyElementsOf(expected);
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void aCursorFitsAnAddressAndTellsNobodyWhoTheCustomersAre() {
    for (int i = 0; i < 400; i++) {
      String marketplace = i % 2 == 0 ? "US" : "DE";
      world.store(
          new CandidateKey(
              "customer-%05d-of-some-length".formatted(i),
              "reco",
              marketplace,
              new Subject("product", "product-%05d-of-some-length".formatted(i))),
          0.5,
          "in-app");
    }
    ApiResponse page = world.get(SERVICE, IN_APP + "?limit=200");
    String cursor = json(page).get("nextCursor").asText();
    assertThat(cursor.length()).isLessThan(4_000);
    assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
        .doesNotContain("customer");
    assertThat(json(world.get(SERVICE, IN_APP + "?limit=200")).get("nextCursor").asText())
        .as("the same page has the same cursor")
        .isEqualTo(cursor);
  }

  @Test
  void aCursorThatIsNoneOrOfAnotherQueryIsRefused() {
    for (int i = 0; i < 20; i++) {
      world.store(key("C" + i, "P" + i), i / 20.0, "in-app", "email");
    }
    String cursor = json(world.get(SERVICE, IN_APP + "?limit=5")).get("nextCursor").asText();
    String changed = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
    for (String query :
        List.of(
            "?cursor=x",
            "?cursor=" + changed,
            "?cursor=" + cursor.substring(4),
            "?minScore=0.1&cursor=" + cursor,
            "?marketplace=US&cursor=" + cursor)) {
      ApiResponse answer = world.get(SERVICE, IN_APP + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(json(answer).get("type").asText())
          .isEqualTo("urn:problem-type:ceap:invalid-cursor");
    }
    ApiResponse other =
        world.get(SERVICE, "/svc/v1/programs/reco/channels/email/candidates?cursor=" + cursor);
    assertThat(other.status()).isEqualTo(400);
    assertThat(world.get(SERVICE, IN_APP + "?limit=7&cursor=" + cursor).status())
        .as("the limit may change")
        .isEqualTo(200);
  }

  @Test
  void aChannelInShadowModeIsNamedSo() {
    world.store(key("C1", "P1"), 0.5, "trial");
    JsonNode answer = json(world.get(SERVICE, "/svc/v1/programs/reco/channels/trial/candidates"));
    assertThat(answer.get("shadow").asBoolean()).isTrue();
    assertThat(texts(answer.get("candidates"), "/subject/id")).containsExactly("P1");
  }

  @Test
  void programsAndChannelsThatDoNotExistAreNotFound() {
    assertThat(world.get(SERVICE, "/svc/v1/programs/x/channels/in-app/candidates").status())
        .isEqualTo(404);
    ApiResponse channel = world.get(SERVICE, "/svc/v1/programs/reco/channels/fax/candidates");
    assertThat(channel.status()).isEqualTo(404);
    assertThat(json(channel).get("detail").asText())
        .isEqualTo("the program has no such channel, only email, in-app, shelf, trial, closed");
    assertThat(subjects(world.get(SERVICE, IN_APP + "?marketplace=FR"))).isEmpty();
    assertThat(subjects(world.get(SERVICE, "/svc/v1/programs/paused/channels/in-app/candidates")))
        .isEmpty();
    assertThat(world.get(anyCustomer(), IN_APP).status()).isEqualTo(403);
  }

  @Test
  void aCategoryIsReadByDate() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    world.store(key("C2", "P2"), 0.9, "email");
    String shoes = "/svc/v1/programs/reco/categories/shoes/candidates";
    assertThat(subjects(world.get(SERVICE, shoes))).containsExactlyInAnyOrder("P1", "P2");
    assertThat(subjects(world.get(SERVICE, shoes + "?date=2026-03-01"))).hasSize(2);
    assertThat(subjects(world.get(SERVICE, shoes + "?date=2026-03-02"))).isEmpty();
    assertThat(subjects(world.get(SERVICE, "/svc/v1/programs/reco/categories/hats/candidates")))
        .isEmpty();
    ApiResponse first = world.get(SERVICE, shoes + "?limit=1");
    String cursor = json(first).get("nextCursor").asText();
    ApiResponse second = world.get(SERVICE, shoes + "?limit=1&cursor=" + cursor);
    assertThat(List.of(subjects(first).getFirst(), subjects(second).getFirst()))
        .containsExactlyInAnyOrder("P1", "P2");
    assertThat(json(world.get(SERVICE, shoes + "?date=today")).get("detail").asText())
        .isEqualTo("date must be a day such as 2026-03-01, was 'today'");
  }

  @Test
  void cartsAreReadByTheBandOfTheirValue() {
    CandidateKey cart = new CandidateKey("C1", "carts", "US", new Subject("cart", "K1"));
    world.store(
        new Candidate(
            cart,
            Context.EMPTY,
            Attributes.of(Map.of("cart_value", 150.0)),
            List.of("email"),
            world.clock.instant()),
        0.5);
    String bands = "/svc/v1/programs/carts/categories/";
    assertThat(subjects(world.get(SERVICE, bands + "100-250/candidates"))).containsExactly("K1");
    assertThat(subjects(world.get(SERVICE, bands + "50-100/candidates"))).isEmpty();
  }

  @Test
  void unreadableLedgersShowNothing() {
    world.store(key("C1", "P1"), 0.5, "in-app");
    world.tables.breakDown(CeapTables.CANDIDATES);
    assertThat(world.get(SERVICE, IN_APP).status()).isEqualTo(503);
  }
}
