package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Product;
import com.ceap.model.Rejection;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.DecisionRepository.Storing;
import com.ceap.storage.FeatureRepository.Feature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading for a decision and storing it keep to on every store. */
abstract class DecisionsContract extends StoreContract {

  private static final CandidateKey KEY =
      new CandidateKey("C#1", "p", "US", new Subject("cart", "CART-1"));
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  private Stores stores;

  DecisionsContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    stores = Stores.on(tables, clock);
  }

  @Test
  void aDecisionIsStoredWithItsIndexEntriesScoresAndTheEndOfItsClaim() {
    Claim.Owned claim = claim();
    ScoredCandidate decision = decision(0.75);
    assertThat(stores.decisions().store(decision, stamp(), decision.scores(), claim))
        .isEqualTo(Storing.STORED);
    settle();
    assertThat(stores.candidates().find(KEY).orElseThrow().decision()).isEqualTo(decision);
    assertThat(top("email")).containsExactly(decision);
    assertThat(top("sms")).containsExactly(decision);
    assertThat(stores.scores().find("m", List.of(KEY))).hasSize(1);
    assertThat(tryClaim()).isEqualTo(new Claim.Completed("STORED"));
  }

  @Test
  void whoLostItsClaimStoresNothing() {
    Claim.Owned lost = claim();
    clock.advance(Duration.ofMinutes(1));
    Claim.Owned held = claim();
    assertThat(stores.decisions().store(decision(0.25), stamp(), List.of(), lost))
        .isEqualTo(Storing.OVERTAKEN);
    assertThat(stores.decisions().reject(rejected(), expires(), lost)).isEqualTo(Storing.OVERTAKEN);
    assertThat(stores.candidates().find(KEY)).isEmpty();
    assertThat(stores.decisions().rejected("C#1")).isEmpty();
    assertThat(stores.decisions().reject(rejected(), expires(), held)).isEqualTo(Storing.STORED);
    assertThat(tryClaim()).isEqualTo(new Claim.Completed("REJECTED by trust"));
  }

  @Test
  void nothingIsStoredOfWhatHappenedBeforeAnErasure() {
    Claim.Owned claim = claim();
    Instant happened = decision(0.5).candidate().eventTime();
    stores.erasures().erase("C#1", happened);
    assertThat(stores.decisions().store(decision(0.25), stamp(), List.of(), claim))
        .isEqualTo(Storing.FORGOTTEN);
    assertThat(stores.decisions().reject(rejected(), expires(), claim))
        .isEqualTo(Storing.FORGOTTEN);
    assertThat(stores.candidates().find(KEY)).isEmpty();
    assertThat(stores.decisions().rejected("C#1")).isEmpty();
    assertThat(tryClaim()).as("the claim is still held").isInstanceOf(Claim.Held.class);
    stores.erasures().erase("C#1", happened.minusMillis(1));
    assertThat(stores.decisions().store(decision(0.25), stamp(), List.of(), claim))
        .as("who comes back is a new customer")
        .isEqualTo(Storing.STORED);
  }

  @Test
  void withoutAClaimTheLaterDecisionReplacesTheEarlier() {
    assertThat(stores.decisions().store(decision(0.25), stamp(), List.of(), Claim.NONE))
        .isEqualTo(Storing.STORED);
    assertThat(stores.decisions().store(decision(0.5), stamp(), List.of(), Claim.NONE))
        .isEqualTo(Storing.STORED);
    settle();
    assertThat(top("email")).containsExactly(decision(0.5));
    assertThat(stores.scores().find("m", List.of(KEY))).isEmpty();
  }

  @Test
  void whyAnEventWasTurnedAwayIsKeptForItsCustomerUntilItExpires() {
    stores.decisions().reject(rejected(), expires(), Claim.NONE);
    assertThat(stores.decisions().rejected("C#1")).containsExactly(rejected());
    assertThat(stores.decisions().rejected("C")).isEmpty();
    assertThat(stores.candidates().find("C#1").candidates()).isEmpty();
    clock.advance(Duration.ofDays(7));
    assertThat(stores.decisions().rejected("C#1")).isEmpty();
  }

  @Test
  void everythingThatADecisionLooksUpIsReadAtOnce() {
    Customer customer = customer();
    Product product = product("P1");
    Instant now = clock.instant();
    stores.customers().importAll(List.of(new Versioned<>(customer, now)));
    stores
        .products()
        .importAll(List.of(new Versioned<>(product, now), new Versioned<>(product("P2"), now)));
    stores.ledgers().addSends(Map.of("C#1", List.of(new Send("m", now, "p", "email"))));
    stores
        .features()
        .importAll(
            List.of(
                new Versioned<>(new Feature("customer", "C#1", "orders", 7L), now),
                new Versioned<>(new Feature("cart", "CART-1", "age", 1L), now),
                new Versioned<>(new Feature("cart", "CART-2", "age", 2L), now)));
    DecisionData data =
        stores
            .decisionReader()
            .read(
                new DecisionReader.Wanted(
                    "C#1", Set.of("P1", "gone"), Map.of("customer", "C#1", "cart", "CART-1")));
    assertThat(data.customer()).contains(customer);
    assertThat(data.customers(Set.of("C#1"))).isEqualTo(Map.of("C#1", customer));
    assertThat(data.ledgers(Set.of("C#1")).get("C#1").sends()).hasSize(1);
    assertThat(data.products(Set.of("P1", "gone"))).isEqualTo(Map.of("P1", product));
    assertThat(data.features("customer", Set.of("C#1"), Set.of("orders", "x")))
        .isEqualTo(Map.of("C#1", Attributes.of(Map.of("orders", 7L))));
    assertThat(data.features("customer", Set.of("C#1"), Set.of("x"))).isEmpty();
    assertThat(data.products(Set.of("P2"))).containsOnlyKeys("P2");
    assertThat(data.customers(Set.of("C2"))).isEmpty();
    assertThat(data.ledgers(Set.of("C2"))).isEqualTo(Map.of("C2", CustomerLedger.empty("C2")));
    assertThat(data.features("cart", Set.of("CART-1", "CART-2"), Set.of("age"))).hasSize(2);
  }

  @Test
  void ofAnUnknownCustomerAnEmptyLedgerIsReadAndNothingElse() {
    DecisionData data =
        stores.decisionReader().read(new DecisionReader.Wanted("C9", Set.of(), Map.of()));
    assertThat(data.customer()).isEmpty();
    assertThat(data.ledgers(Set.of("C9"))).isEqualTo(Map.of("C9", CustomerLedger.empty("C9")));
    assertThat(data.products(Set.of())).isEmpty();
  }

  private List<ScoredCandidate> top(String channel) {
    return stores
        .candidates()
        .top("p", List.of("US"), channel, 0, 10, Cursor.START)
        .candidates()
        .stream()
        .map(StoredCandidate::decision)
        .toList();
  }

  private Claim tryClaim() {
    return stores.dedup().claim("k", clock.instant(), Duration.ofSeconds(30), expires());
  }

  private Claim.Owned claim() {
    return (Claim.Owned) tryClaim();
  }

  private Instant expires() {
    return clock.instant().plus(Duration.ofDays(7));
  }

  private RunStamp stamp() {
    return new RunStamp("event/e-1", DAY, clock.instant(), Duration.ofDays(7));
  }

  private RejectedEvent rejected() {
    return new RejectedEvent(
        KEY,
        new Rejection("trust", "CUSTOMER_UNKNOWN", "no profile of the customer is known"),
        "e-1",
        Instant.parse("2026-11-20T01:00:00Z"),
        Instant.parse("2026-11-20T01:00:01.5Z"),
        "v1");
  }

  private static ScoredCandidate decision(double score) {
    Instant at = Instant.parse("2026-11-20T02:00:00Z");
    Candidate candidate =
        new Candidate(
            KEY,
            new Context(Map.of(Context.CATEGORY, "shoes")),
            Attributes.of(Map.of("cart_value", 150.0)),
            List.of("email", "sms"),
            at);
    Score given = new Score("m", score, OptionalInt.of(10), Score.Origin.MODEL, at);
    return new ScoredCandidate(
        candidate, Attributes.EMPTY, List.of(given), score, OptionalInt.of(10));
  }

  private static Customer customer() {
    return new Customer(
        "C#1",
        Customer.Status.ACTIVE,
        Optional.of("Ann"),
        Optional.of("US"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("ann@example.com"),
        Optional.empty(),
        true,
        List.of());
  }

  private static Product product(String id) {
    Optional<String> none = Optional.empty();
    return new Product(id, none, none, Optional.empty(), none, none, none, true, true);
  }
}
