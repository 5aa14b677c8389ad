package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.Attributes;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Device;
import com.ceap.model.Product;
import com.ceap.model.Score;
import com.ceap.model.Subject;
import com.ceap.storage.FeatureRepository.Feature;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the repositories beside the candidates keep to on every store. */
abstract class StoresContract extends StoreContract {

  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-11-19");

  private Stores stores;

  StoresContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    stores = Stores.on(tables, clock);
  }

  @Test
  void theLatestProfileHoldsAndUnknownCustomersAreAbsent() {
    Customer old = customer("C1", Optional.empty());
    Customer current = customer("C1", Optional.of("Ann"));
    assertThat(stores.customers().importAll(List.of(new Versioned<>(current, TUESDAY))))
        .isEqualTo(1);
    assertThat(stores.customers().importAll(List.of(new Versioned<>(old, MONDAY)))).isZero();
    assertThat(stores.customers().importAll(List.of(new Versioned<>(current, TUESDAY))))
        .isEqualTo(1);
    assertThat(stores.customers().customers(Set.of("C1", "C2"))).isEqualTo(Map.of("C1", current));
  }

  @Test
  void devicesBelongToTheirCustomerAndTheLatestWordOnATokenHolds() {
    Customer customer = customer("C1", Optional.empty());
    Device phone = new Device("C1", "t1", "ios");
    stores.customers().importDevices(List.of(new Versioned<>(phone, TUESDAY)));
    assertThat(stores.customers().customers(Set.of("C1"))).isEmpty();
    stores.customers().importAll(List.of(new Versioned<>(customer, MONDAY)));
    Device late = new Device("C1", "t1", "web");
    Device second = new Device("C1", "t2", "android");
    assertThat(
            stores
                .customers()
                .importDevices(
                    List.of(new Versioned<>(late, MONDAY), new Versioned<>(second, MONDAY))))
        .isEqualTo(1);
    assertThat(stores.customers().customers(Set.of("C1")).get("C1").devices())
        .containsExactly(phone, second);
  }

  @Test
  void productsAreRememberedForHalfAMinuteAndLookUpsAreCountedHonestly() {
    Product product = product("P1", true);
    stores.products().importAll(List.of(new Versioned<>(product, MONDAY)));
    assertThat(stores.products().products(Set.of("P1", "P2"))).isEqualTo(Map.of("P1", product));
    assertThat(stores.products().products(Set.of("P1", "P2"))).hasSize(1);
    assertThat(stores.products().lookups()).isEqualTo(new ProductRepository.Lookups(2, 2));
    Stores other = Stores.on(tables, clock);
    other.products().importAll(List.of(new Versioned<>(product("P1", false), TUESDAY)));
    assertThat(stores.products().products(Set.of("P1")).get("P1").inStock()).isTrue();
    clock.advance(Duration.ofSeconds(31));
    assertThat(stores.products().products(Set.of("P1")).get("P1").inStock()).isFalse();
    assertThat(stores.products().lookups()).isEqualTo(new ProductRepository.Lookups(3, 3));
  }

  @Test
  void ofConsentTheLatestHoldsHoweverLateItArrives() {
    Consent out = new Consent("C1", "p", "email", true);
    Consent in = new Consent("C1", "p", "email", false);
    Consent all = new Consent("C2", Consent.ALL, Consent.ALL, true);
    stores
        .ledgers()
        .importConsents(List.of(new Versioned<>(in, TUESDAY), new Versioned<>(all, MONDAY)));
    stores.ledgers().importConsents(List.of(new Versioned<>(out, MONDAY)));
    Map<String, CustomerLedger> ledgers = stores.ledgers().ledgers(Set.of("C1", "C2", "C3"));
    assertThat(ledgers.get("C1").optedOut("p", "email")).isFalse();
    assertThat(ledgers.get("C2").optOuts()).containsExactly(new OptOut("all", "all"));
    assertThat(ledgers.get("C3")).isEqualTo(CustomerLedger.empty("C3"));
    stores.ledgers().importConsents(List.of(new Versioned<>(out, TUESDAY.plusNanos(1))));
    assertThat(stores.ledgers().ledgers(Set.of("C1")).get("C1").optedOut("p", "email")).isTrue();
  }

  @Test
  void purchasesAndSendsAreMergedOnceAndVersionsOnlyRise() {
    Purchase purchase = new Purchase(new Subject("product", "P1"), MONDAY);
    Send send = new Send("m1", TUESDAY, "p", "email");
    long version = 0;
    for (int i = 0; i < 3; i++) {
      stores.ledgers().addPurchases(Map.of("C1", List.of(purchase, purchase)));
      stores.ledgers().addSends(Map.of("C1", List.of(send)));
      stores.ledgers().addSends(Map.of("C1", List.of(new Send("n" + i, MONDAY, "p", "email"))));
      CustomerLedger ledger = stores.ledgers().ledgers(Set.of("C1")).get("C1");
      assertThat(ledger.version()).isGreaterThan(version);
      version = ledger.version();
    }
    CustomerLedger ledger = stores.ledgers().ledgers(Set.of("C1")).get("C1");
    assertThat(ledger.purchases()).containsExactly(purchase);
    assertThat(ledger.sends()).hasSize(4).contains(send);
    assertThat(ledger.version()).isEqualTo(5);
    assertThat(stores.candidates().find("C1").ledger()).isEqualTo(ledger);
  }

  @Test
  void manyLedgersAreMergedInOneCall() {
    Map<String, List<Send>> sends =
        IntStream.range(0, 250)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> "C" + i, i -> List.of(new Send("m" + i, MONDAY, "p", "email"))));
    stores.ledgers().addSends(sends);
    assertThat(stores.ledgers().ledgers(sends.keySet()).values())
        .hasSize(250)
        .allMatch(ledger -> ledger.sends().size() == 1);
  }

  @Test
  void featuresAreMergedByNameAndOnlyTheNamesAskedForComeBack() {
    stores.features().importAll(List.of(feature("C1", "rating", 4.0, TUESDAY)));
    int taken =
        stores
            .features()
            .importAll(
                List.of(
                    feature("C1", "rating", 1.5, MONDAY),
                    feature("C1", "orders", 7L, MONDAY),
                    feature("C2", "tier", "gold", MONDAY)));
    assertThat(taken).isEqualTo(2);
    assertThat(
            stores
                .features()
                .features("customer", Set.of("C1", "C2", "C3"), Set.of("rating", "orders")))
        .isEqualTo(Map.of("C1", Attributes.of(Map.of("rating", 4.0, "orders", 7L))));
    assertThat(stores.features().features("product", Set.of("C1"), Set.of("rating"))).isEmpty();
  }

  @Test
  void scoresAreKeptByModelForSevenDays() {
    CandidateKey key = new CandidateKey("C1", "p", "US", new Subject("product", "P#1"));
    CandidateKey other = new CandidateKey("C1", "q", "US", new Subject("product", "P#1"));
    Score given = new Score("m", 0.75, OptionalInt.of(15), Score.Origin.MODEL, clock.instant());
    stores.scores().put(Map.of(key, List.of(given)));
    Score kept = new Score("m", 0.75, OptionalInt.of(15), Score.Origin.CACHE, clock.instant());
    assertThat(stores.scores().find("m", List.of(key, other))).isEqualTo(Map.of(key, kept));
    assertThat(stores.scores().find("n", List.of(key))).isEmpty();
    clock.advance(Duration.ofDays(1));
    Score later = new Score("n", 0.5, OptionalInt.empty(), Score.Origin.MODEL, clock.instant());
    stores.scores().put(Map.of(key, List.of(later)));
    assertThat(stores.scores().find("m", List.of(key))).isEqualTo(Map.of(key, kept));
    clock.advance(Duration.ofDays(6));
    assertThat(stores.scores().find("m", List.of(key))).isEmpty();
    assertThat(stores.scores().find("n", List.of(key))).hasSize(1);
  }

  @Test
  void onlyAProgramsNewestRunMayStore() {
    Run monday = Run.starting("p", "r1", DATE, clock.instant());
    assertThat(stores.runs().register(monday)).isEqualTo(new RunStanding.Newest());
    Run again = Run.starting("p", "r2", DATE, clock.instant().plusSeconds(5));
    assertThat(stores.runs().register(again)).isEqualTo(new RunStanding.Newest());
    RunStanding superseded = new RunStanding.Superseded("r2", DATE);
    assertThat(stores.runs().standing(monday)).isEqualTo(superseded);
    assertThat(stores.runs().standing(again)).isEqualTo(new RunStanding.Newest());
    Run backfill = Run.starting("p", "r3", DATE.minusDays(1), clock.instant().plusSeconds(9));
    assertThat(stores.runs().register(backfill)).isEqualTo(superseded);
    assertThatThrownBy(() -> superseded.requireNewest("p", "r1"))
        .hasMessage("run r1 of program p may not store any more: run r2 of 2026-11-19 is newer");
    assertThat(stores.runs().register(Run.starting("q", "r1", DATE, MONDAY)))
        .isEqualTo(new RunStanding.Newest());
  }

  @Test
  void aRunKeepsItsStateAndSummary() {
    Run run = Run.starting("p", "r1", DATE, clock.instant());
    stores.runs().register(run);
    Run ended = run.ended(Run.State.SUCCEEDED, "{\"stored\":7}");
    stores.runs().update(ended);
    stores.runs().register(Run.starting("p", "r2", DATE.plusDays(1), clock.instant()));
    assertThat(stores.runs().find("p", DATE, "r1")).contains(ended);
    assertThat(stores.runs().latest("p", 5).stream().map(Run::runId)).containsExactly("r2", "r1");
    assertThat(stores.runs().latest("p", 1).stream().map(Run::runId)).containsExactly("r2");
  }

  @Test
  void onlyARunThatIsStillRunningIsSettled() {
    Run run = Run.starting("p", "r1", DATE, clock.instant());
    Run failed = run.ended(Run.State.FAILED, "{\"problem\":\"stopped\"}");
    assertThat(stores.runs().settle(failed)).isFalse();
    assertThat(stores.runs().find("p", DATE, "r1")).isEmpty();
    stores.runs().register(run);
    assertThat(stores.runs().settle(failed)).isTrue();
    assertThat(stores.runs().settle(failed)).isFalse();
    assertThat(stores.runs().find("p", DATE, "r1")).contains(failed);
    Run succeeded = run.ended(Run.State.SUCCEEDED, "{}");
    stores.runs().update(succeeded);
    assertThat(stores.runs().settle(failed)).isFalse();
    assertThat(stores.runs().find("p", DATE, "r1")).contains(succeeded);
  }

  private static Versioned<Feature> feature(String id, String name, Object value, Instant at) {
    return new Versioned<>(new Feature("customer", id, name, value), at);
  }

  private static Customer customer(String id, Optional<String> name) {
    return new Customer(
        id,
        Customer.Status.ACTIVE,
        name,
        Optional.of("US"),
        Optional.of(ZoneId.of("America/New_York")),
        Optional.empty(),
        Optional.of("someone@example.com"),
        Optional.empty(),
        true,
        List.of());
  }

  private static Product product(String id, boolean inStock) {
    Optional<String> none = Optional.empty();
    Optional<BigDecimal> price = Optional.of(new BigDecimal("9.90"));
    return new Product(
        id, none, Optional.of("shoes"), price, Optional.of("USD"), none, none, inStock, true);
  }
}
