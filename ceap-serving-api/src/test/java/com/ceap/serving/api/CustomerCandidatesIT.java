package com.ceap.serving.api;

import static com.ceap.serving.api.World.SERVICE;
import static com.ceap.serving.api.World.anyCustomer;
import static com.ceap.serving.api.World.customer;
import static com.ceap.serving.api.World.json;
import static com.ceap.serving.api.World.key;
import static com.ceap.serving.api.World.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Subject;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer is shown, and what never. */
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

  private void change(LedgerEntry entry) {
    world.stores.ledgers().update("C1", _ -> LedgerChange.of(true, entry));
  }

  private static Subject product(String id) {
    return new Subject("product", id);
  }
}
