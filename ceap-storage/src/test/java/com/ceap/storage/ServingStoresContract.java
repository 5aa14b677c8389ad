package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.Device;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.EngagementRepository.Report;
import com.ceap.storage.FeatureRepository.Feature;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores behind the serving API keep to on every store. */
abstract class ServingStoresContract extends StoreContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  private final Random random = new Random(7);
  private Stores stores;

  ServingStoresContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    stores = Stores.on(tables, clock, 2);
  }

  @Test
  void aStandingHasTheLedgerAndTheOutcomeOfItsOwnCandidate() {
    CandidateKey dismissed = key("C#1", "P1");
    CandidateKey open = key("C#1", "P2");
    CandidateKey stranger = key("C#", "P1");
    stores.outcomes().record(dismissed, Outcome.DISMISSED, now(), later());
    optOut("C#1");

    Map<CandidateKey, Standing> found =
        stores.standings().standings(Set.of(dismissed, open, stranger));

    assertThat(found.get(dismissed).outcome()).contains(Outcome.DISMISSED);
    assertThat(found.get(open).outcome()).isEmpty();
    assertThat(found.get(open).ledger().optedOut("reco", "email")).isTrue();
    assertThat(found.get(stranger))
        .isEqualTo(new Standing(CustomerLedger.empty("C#"), Optional.empty()));
    assertThat(stores.standings().standings(Set.of())).isEmpty();
  }

  @Test
  void aCandidateExpiresUnlessItWasDecidedAnew() {
    CandidateKey key = key("C1", "P1");
    store(key, "r1");
    StoredCandidate seen = stores.candidates().find(key).orElseThrow();
    clock.advance(Duration.ofHours(1));
    store(key, "r2");
    assertThat(stores.candidates().expire(seen, now())).isFalse();
    StoredCandidate anew = stores.candidates().find(key).orElseThrow();

    assertThat(stores.candidates().expire(anew, now())).isTrue();
    assertThat(stores.candidates().find(key)).isEmpty();
    assertThat(stores.candidates().expire(seen, now())).isFalse();
    store(key, "r3");
    assertThat(stores.candidates().find(key)).isPresent();
  }

  @Test
  void expiringWhatIsGoneLeavesNothingBehind() {
    CandidateKey key = key("C1", "P1");
    store(key, "r1");
    StoredCandidate seen = stores.candidates().find(key).orElseThrow();
    stores.candidates().remove(seen);
    assertThat(stores.candidates().find(key)).isEmpty();
    assertThat(stores.candidates().expire(seen, now())).isFalse();
    assertThat(stores.candidates().find("C1").candidates()).isEmpty();
    stores.candidates().remove(seen);
  }

  @Test
  void cartsAreFoundByTheBandOfTheirValue() {
    CandidateKey cart = new CandidateKey("C1", "carts", "US", new Subject("cart", "K1"));
    store(
        new Candidate(
            cart,
            new Context(Map.of("category", "shoes")),
            Attributes.of(Map.of("cart_value", 150.0)),
            List.of("email"),
            now()));
    assertThat(carts("100-250")).containsExactly(cart);
    assertThat(carts("50-100")).isEmpty();
    assertThat(carts("shoes")).isEmpty();
  }

  @Test
  void aBandTakesItsLowerEnd() {
    assertThat(List.of(0.0, 49.99, 50.0, 999.99, 1000.0, 1e9))
        .map(ValueBand::of)
        .containsExactly("0-50", "0-50", "50-100", "500-1000", "1000-", "1000-");
  }

  private List<CandidateKey> carts(String band) {
    settle();
    return stores
        .candidates()
        .byCategory("carts", List.of("US"), band, DAY, DAY, 10, Cursor.START)
        .candidates()
        .stream()
        .map(stored -> stored.decision().key())
        .toList();
  }

  private void store(Candidate candidate) {
    ScoredCandidate decision =
        new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.empty());
    stores.candidates().storeAll(Samples.run("r1", DAY, now()), List.of(decision));
  }

  @Test
  void anEventIsRecordedOnceUnderItsKey() {
    Engagement click = engagement("k1", Engagement.Type.CLICK, Optional.empty());
    Instant first = now();
    assertThat(stores.engagements().record(click, first, later()))
        .isEqualTo(new Report.First(first));
    clock.advance(Duration.ofMinutes(1));
    assertThat(stores.engagements().record(click, now(), later()))
        .isEqualTo(new Report.Again(first));
    assertThat(
            stores
                .engagements()
                .record(
                    engagement("k1", Engagement.Type.IMPRESSION, Optional.empty()), now(), later()))
        .isEqualTo(new Report.KeyTaken());
    assertThat(stores.candidates().find("C1").outcomes()).isEmpty();
  }

  @Test
  void anEventWithASaleIsTheSameHoweverItsRevenueIsWritten() {
    Instant first = now();
    stores.engagements().record(bought("100.00"), first, later());
    assertThat(stores.engagements().record(bought("1E+2"), now(), later()))
        .isEqualTo(new Report.Again(first));
    assertThat(stores.engagements().record(bought("100.01"), now(), later()))
        .isEqualTo(new Report.KeyTaken());
  }

  @Test
  void anErasureLeavesAnOptOutOfEverythingAndNothingElse() {
    fill("C#1");
    fill("C#");
    fill("C#10");
    Map<Erased, Integer> erased = stores.erasures().erase("C#1", now());

    assertThat(erased)
        .containsEntry(Erased.LEDGER, 1)
        .containsEntry(Erased.CANDIDATES, 2)
        .containsEntry(Erased.OUTCOMES, 1)
        .containsEntry(Erased.MESSAGES, 1)
        .containsEntry(Erased.EVENTS, 1)
        .containsEntry(Erased.SCORES, 1)
        .containsEntry(Erased.PROFILE, 1)
        .containsEntry(Erased.DEVICES, 2)
        .containsEntry(Erased.FEATURES, 1)
        .doesNotContainKey(Erased.OTHER);
    CustomerCandidates left = stores.candidates().findConsistently("C#1");
    assertThat(left.candidates()).isEmpty();
    assertThat(left.outcomes()).isEmpty();
    assertThat(left.ledger().optOuts()).containsExactly(new OptOut(Consent.ALL, Consent.ALL));
    assertThat(left.ledger().sends()).isEmpty();
    assertThat(stores.messages().ofCustomer("C#1")).isEmpty();
    assertThat(stores.customers().customers(Set.of("C#1"))).isEmpty();
    assertThat(stores.features().features("customer", Set.of("C#1"), Set.of("f"))).isEmpty();
    assertThat(stores.erasures().erase("C#1", now())).isEmpty();
  }

  @Test
  void anErasureTouchesNobodyElse() {
    fill("C#1");
    fill("C#");
    CustomerCandidates before = stores.candidates().findConsistently("C#");
    stores.erasures().erase("C#1", now());
    assertThat(stores.candidates().findConsistently("C#")).isEqualTo(before);
    assertThat(stores.customers().customers(Set.of("C#"))).hasSize(1);
    assertThat(stores.features().features("customer", Set.of("C#"), Set.of("f"))).hasSize(1);
    assertThat(stores.erasures().erase("nobody", now())).isEmpty();
    assertThat(stores.ledgers().find("nobody").optedOut("any", "any")).isTrue();
  }

  private void fill(String customer) {
    store(key(customer, "P1"), "r1");
    store(key(customer, "P2"), "r1");
    stores.outcomes().record(key(customer, "P1"), Outcome.DISMISSED, now(), later());
    stores.engagements().record(engagement(customer, "k"), now(), later());
    stores.messages().record(message(customer), later());
    Score score = new Score("m", 0.5, OptionalInt.empty(), Score.Origin.MODEL, now());
    stores.scores().put(Map.of(key(customer, "P1"), List.of(score)));
    stores.customers().importAll(List.of(new Versioned<>(profile(customer), now())));
    stores
        .customers()
        .importDevices(
            List.of(
                new Versioned<>(new Device(customer, "t1", "ios"), now()),
                new Versioned<>(new Device(customer, "t2", "web"), now())));
    stores
        .features()
        .importAll(List.of(new Versioned<>(new Feature("customer", customer, "f", 1L), now())));
    CustomerLedger.Purchase purchase =
        new CustomerLedger.Purchase(new Subject("product", "P9"), now());
    stores.ledgers().addPurchases(Map.of(customer, List.of(purchase)));
  }

  private static Customer profile(String customer) {
    return new Customer(
        customer,
        Customer.Status.ACTIVE,
        Optional.of("Ann"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  private Message message(String customer) {
    return new Message(
        "m1",
        key(customer, "P1"),
        "email",
        "email",
        1,
        MessageState.SENT,
        Optional.empty(),
        now(),
        Optional.empty(),
        "v1");
  }

  private static Engagement engagement(
      String eventKey, Engagement.Type type, Optional<Engagement.Sale> sale) {
    return new Engagement(
        key("C1", "P1"), eventKey, type, Optional.of("in-app"), Optional.empty(), sale);
  }

  private static Engagement bought(String revenue) {
    return engagement(
        "k2",
        Engagement.Type.CONVERSION,
        Optional.of(new Engagement.Sale("O1", new BigDecimal(revenue), "USD")));
  }

  private static Engagement engagement(String customer, String eventKey) {
    return new Engagement(
        key(customer, "P1"),
        eventKey,
        Engagement.Type.CLICK,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void optOut(String customer) {
    Consent consent = new Consent(customer, Consent.ALL, "email", true);
    stores.ledgers().importConsents(List.of(new Versioned<>(consent, now())));
  }

  private void store(CandidateKey key, String run) {
    ScoredCandidate decision = Samples.decision(random, key);
    stores.candidates().storeAll(Samples.run(run, DAY, now()), List.of(decision));
  }

  private static CandidateKey key(String customer, String product) {
    return new CandidateKey(customer, "reco", "US", new Subject("product", product));
  }

  private Instant now() {
    return clock.instant();
  }

  private Instant later() {
    return now().plus(Duration.ofDays(30));
  }
}
