package com.ceap.serving.api;

import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static com.ceap.serving.api.World.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Subject;
import com.ceap.serving.eligibility.ReferencePorts;
import com.ceap.serving.http.ApiResponse;
import com.ceap.storage.CeapTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Use case 7: a candidate is checked anew when it is shown days after it was decided. */
class StaleCandidatesIT {
  private static final String C1 = "/v1/customers/C1/candidates?channel=in-app";
  private World world = new World();

  @BeforeEach
  void store() {
    world.customer("C1", Customer.Status.ACTIVE, Optional.of("US"));
    world.product("P1", true);
    world.product("P2", true);
    world.store(key("C1", "P1"), 0.9, "email", "in-app");
    world.store(key("C1", "P2"), 0.8, "in-app");
    world.tables.takeCalls();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void afterThreeDaysWhatIsNoLongerEligibleIsLeftOutAndMarked() {
    world.product("P1", false);
    world.clock.advance(Duration.ofDays(3));
    assertThat(world.inApp("C1")).as("not stale yet").containsExactly("P1", "P2");
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(world.inApp("C1")).containsExactly("P2");
    assertThat(world.stores.candidates().find(key("C1", "P1"))).isEmpty();
    assertThat(world.stores.candidates().find(key("C1", "P2"))).isPresent();
    assertThat(world.counters.count("expired")).isEqualTo(1);
    world.product("P1", true);
    world.store(key("C1", "P1"), 0.7, "in-app");
    assertThat(world.inApp("C1")).as("decided anew").containsExactly("P2", "P1");
  }

  @Test
  void theAgeFromWhichADecisionIsStaleIsASetting() {
    world.close();
    world = new World(settings -> settings.withStaleness(Duration.ofHours(1)));
    store();
    world.product("P1", false);
    world.clock.advance(Duration.ofHours(1).plusSeconds(1));
    assertThat(world.inApp("C1")).containsExactly("P2");
  }

  @Test
  void anAccountThatWasClosedIsShownNothingStale() {
    world.customer("C1", Customer.Status.CLOSED, Optional.of("US"));
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
    stale();
    assertThat(world.inApp("C1")).isEmpty();
  }

  @Test
  void everythingIsCheckedAnewWhereTheRequestAsksForIt() {
    world.product("P1", false);
    world.clock.advance(Duration.ofMinutes(1));
    ApiResponse answer = world.get(customer("C1"), C1 + "&refreshEligibility=true");
    assertThat(subjects(answer)).containsExactly("P2");
  }

  @Test
  void aCheckIsOneBatchAndHoldsForAWhile() {
    stale();
    world.inApp("C1");
    assertThat(world.tables.takeCalls())
        .containsExactly("query candidates", "batchGet products", "batchGet customers");
    world.clock.advance(Duration.ofMinutes(4));
    world.inApp("C1");
    assertThat(world.tables.takeCalls()).containsExactly("query candidates");
    assertThat(world.counters.count("misses.verdicts")).isEqualTo(2);
    assertThat(world.counters.count("hits.verdicts")).isEqualTo(2);
    assertThat(world.counters.hitRate("verdicts")).isEqualTo(0.5);
    world.clock.advance(Duration.ofMinutes(2));
    world.inApp("C1");
    assertThat(world.tables.takeCalls()).contains("batchGet customers");
  }

  @Test
  void capsOfMessagesTakeNothingFromAnApp() {
    world
        .stores
        .ledgers()
        .addSends(Map.of("C1", List.of(new Send("m1", world.clock.instant(), "reco", "email"))));
    CandidateKey byMail = world.store(key("C1", "P3"), 0.9, "email");
    world.product("P3", true);
    stale();
    ApiResponse answer = world.get(customer("C1"), "/v1/customers/C1/candidates");
    assertThat(subjects(answer)).contains("P3");
    assertThat(world.stores.candidates().find(byMail)).isPresent();
  }

  @Test
  void whileTheCatalogueIsDownTheDecisionStandsAndTheAnswerSaysSo() {
    stale();
    world.tables.breakDown(CeapTables.PRODUCTS);
    ApiResponse answer = world.get(customer("C1"), C1);
    assertThat(subjects(answer)).containsExactly("P1", "P2");
    assertThat(json(answer).get("degraded").asBoolean()).isTrue();
    assertThat(json(answer).get("degradations").toString())
        .isEqualTo("[\"CATALOGUE_UNAVAILABLE\"]");
    assertThat(answer.header("cache-control")).contains("private, no-store");
    assertThat(world.counters.count("degraded.CATALOGUE_UNAVAILABLE")).isPositive();
    world.tables.repair();
    world.product("P1", false);
    world.clock.advance(Duration.ofSeconds(5));
    assertThat(world.inApp("C1")).as("nothing was concluded meanwhile").containsExactly("P2");
    assertThat(json(world.get(customer("C1"), C1)).get("degraded").asBoolean()).isFalse();
  }

  @Test
  void whileTheCatalogueIsDownTheLastVerdictStandsInHoweverOld() {
    PastActionsStub past = new PastActionsStub();
    world.close();
    world =
        new World(
            new TestClock(),
            settings -> settings,
            ports ->
                ports.with(
                    new ReferencePorts(
                        ports.reference().products(), ports.reference().customers(), past)));
    store();
    past.settled = Set.of(key("C1", "P1"));
    stale();
    world.tables.breakDown(CeapTables.CUSTOMERS);
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
    world.tables.repair();
    world.clock.advance(Duration.ofSeconds(5));
    assertThat(world.inApp("C1")).containsExactly("P2");
    world.clock.advance(Duration.ofMinutes(10));
    world.tables.breakDown(CeapTables.CUSTOMERS);
    assertThat(world.inApp("C1")).containsExactly("P2");
  }

  @Test
  void whatTheCustomerDidElsewhereSettlesACandidate() {
    PastActionsStub past = new PastActionsStub();
    world.close();
    world =
        new World(
            new TestClock(),
            settings -> settings,
            ports ->
                ports.with(
                    new ReferencePorts(
                        ports.reference().products(), ports.reference().customers(), past)));
    store();
    stale();
    past.down = true;
    ApiResponse answer = world.get(customer("C1"), C1);
    assertThat(subjects(answer)).containsExactly("P1", "P2");
    assertThat(texts(json(answer).get("degradations"), "")).containsExactly("HISTORY_UNAVAILABLE");
    past.down = false;
    past.settled = Set.of(key("C1", "P2"));
    world.clock.advance(Duration.ofSeconds(5));
    assertThat(world.inApp("C1")).containsExactly("P1");
    assertThat(past.calls).as("one call for all candidates").isEqualTo(2);
  }

  @Test
  void whatHasFailedIsLeftAloneForAMoment() {
    stale();
    world.tables.breakDown(CeapTables.PRODUCTS);
    world.inApp("C1");
    world.tables.takeCalls();
    world.clock.advance(Duration.ofSeconds(4));
    ApiResponse answer = world.get(customer("C1"), C1);
    assertThat(json(answer).get("degraded").asBoolean()).isTrue();
    assertThat(world.tables.takeCalls()).doesNotContain("batchGet products");
    world.clock.advance(Duration.ofSeconds(2));
    world.tables.repair();
    assertThat(json(world.get(customer("C1"), C1)).get("degraded").asBoolean()).isFalse();
  }

  @Test
  void anIdThatNoStoreHoldsKeepsNobodyElseFromBeingServedWhole() {
    CandidateKey cart = new CandidateKey("C2", "carts", "US", new Subject("cart", "K1"));
    List<Map<String, String>> items = List.of(Map.of("id", "x".repeat(3_000)));
    world.store(
        new Candidate(
            cart,
            Context.EMPTY,
            Attributes.of(Map.of("items", items)),
            List.of("in-app"),
            world.clock.instant()),
        0.5);
    ApiResponse odd = world.get(customer("C2"), "/v1/customers/C2/candidates");
    assertThat(subjects(odd)).containsExactly("K1");
    assertThat(json(odd).get("degraded").asBoolean()).isTrue();
    assertThat(json(world.get(customer("C1"), C1)).get("degraded").asBoolean()).isFalse();
  }

  @Test
  void unreadableConsentShowsNothing() {
    world.tables.breakDown(CeapTables.CANDIDATES);
    ApiResponse answer = world.get(customer("C1"), C1);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).contains("1");
    assertThat(json(answer).get("type").asText())
        .isEqualTo("urn:problem-type:ceap:consent-unreadable");
    assertThat(answer.text()).doesNotContain("P1");
    assertThat(world.counters.count("failed")).isEqualTo(1);
  }

  @Test
  void aProgramWhoseFiltersFailDegradesAlone() {
    CandidateKey buggy = new CandidateKey("C1", "buggy", "US", new Subject("product", "P7"));
    world.store(buggy, 0.5, "in-app");
    world.product("P1", false);
    stale();
    ApiResponse answer = world.get(customer("C1"), C1);
    assertThat(subjects(answer)).containsExactly("P2", "P7");
    assertThat(json(answer).get("degradations").toString()).isEqualTo("[\"CHECK_FAILED\"]");
    assertThat(world.counters.count("expired")).isEqualTo(1);
  }

  @Test
  void theFiltersOfTheNewestVersionDecide() {
    world.product("P1", false);
    stale();
    world.programs.publish(TestPrograms.RECO.replace("requireInStock: true, ", ""));
    assertThat(world.inApp("C1")).containsExactly("P1", "P2");
    world.programs.publish(TestPrograms.RECO);
    world.clock.advance(Duration.ofMinutes(6));
    assertThat(world.inApp("C1")).containsExactly("P2");
  }

  private void stale() {
    world.clock.advance(Duration.ofDays(3).plusSeconds(1));
  }
}
