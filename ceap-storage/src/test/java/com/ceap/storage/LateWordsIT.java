package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.Device;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words on a customer that come late, or from two sides at once. */
final class LateWordsIT {
  private static final int WORDS = 60;

  @TempDir Path folder;
  private final MutableClock clock = new MutableClock();
  private SqliteTables tables;
  private CustomerRepository customers;
  private ErasureRepository erasures;
  private LedgerRepository ledgers;

  @BeforeEach
  void open() {
    tables = SqliteTables.open(folder.resolve("ceap.db"), clock);
    Stores stores = Stores.on(tables, clock);
    customers = stores.customers();
    erasures = stores.erasures();
    ledgers = stores.ledgers();
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void whatWasSaidBeforeAnErasureIsNotTakenAfterIt() {
    Instant asked = clock.instant();
    say("Ann", asked.minusSeconds(60));
    erasures.erase("C1", asked);

    assertThat(say("Ann", asked.minusSeconds(1))).isZero();
    assertThat(register("t1", asked.minusSeconds(1))).isZero();
    assertThat(customers.customers(Set.of("C1"))).isEmpty();
    assertThat(erasures.erase("C1", asked)).as("nothing is left").isEmpty();
  }

  @Test
  void aCustomerWhoComesBackIsKnownAgain() {
    Instant asked = clock.instant();
    register("t0", asked.minusSeconds(60));
    erasures.erase("C1", asked);
    assertThat(say("Anna", asked.plusSeconds(1))).isEqualTo(1);
    assertThat(register("t1", asked.plusSeconds(1))).isEqualTo(1);
    assertThat(register("t0", asked.minusSeconds(1))).isZero();
    clock.advance(ErasureMarker.LIFE.plus(Duration.ofDays(1)));

    Customer known = customers.customers(Set.of("C1")).get("C1");
    assertThat(known.name()).contains("Anna");
    assertThat(known.devices()).extracting(Device::token).containsExactly("t1");
  }

  @Test
  void aLedgerTakesNothingFromBeforeAnErasureAndEverythingSince() {
    Instant asked = clock.instant();
    ledgers.addPurchases(Map.of("C1", List.of(bought(asked.minusSeconds(9)))));
    erasures.erase("C1", asked);
    long version = ledgers.find("C1").version();
    ledgers.addPurchases(Map.of("C1", List.of(bought(asked.minusSeconds(9)), bought(asked))));
    assertThat(ledgers.find("C1").purchases()).isEmpty();
    assertThat(ledgers.find("C1").version()).isEqualTo(version);
    assertThat(ledgers.find("C1").forgot(asked)).isTrue();
    assertThat(ledgers.find("C1").isForgotten()).isTrue();

    Purchase later = bought(asked.plusMillis(1));
    ledgers.addPurchases(Map.of("C1", List.of(later)));
    assertThat(ledgers.find("C1").purchases()).containsExactly(later);
    assertThat(erasures.log().all()).isEqualTo(Map.of("C1", asked));
    clock.advance(ErasureMarker.LIFE.plus(Duration.ofDays(1)));
    assertThat(erasures.log().all()).isEmpty();
    assertThat(ledgers.find("C1").forgot(asked)).as("a ledger never forgets it").isTrue();
  }

  private static Purchase bought(Instant at) {
    return new Purchase(new Subject("cart", "K1"), at);
  }

  @Test
  void ofManyWritersTheLatestWordStands() throws Exception {
    Instant start = clock.instant();
    List<Callable<Integer>> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      int word = i;
      words.add(() -> say("name " + word, start.plusSeconds(word)));
    }
    together(words);
    assertThat(customers.customers(Set.of("C1")).get("C1").name()).contains("name " + (WORDS - 1));
  }

  @Test
  void ofDevicesThatAreRegisteredAtOnceNoneIsLost() throws Exception {
    Instant start = clock.instant();
    say("Ann", start);
    List<Callable<Integer>> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      int word = i;
      words.add(() -> register("t" + word, start));
    }
    together(words);
    assertThat(customers.customers(Set.of("C1")).get("C1").devices()).hasSize(WORDS);
  }

  private static void together(List<Callable<Integer>> words) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      for (Future<Integer> word : pool.invokeAll(words)) {
        assertThat(word.get()).isNotNegative();
      }
    }
  }

  private int say(String name, Instant at) {
    Customer customer =
        new Customer(
            "C1",
            Customer.Status.ACTIVE,
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of());
    return customers.importAll(List.of(new Versioned<>(customer, at)));
  }

  /** Again after a conflict, as a queue brings the event again. */
  private int register(String token, Instant at) {
    while (true) {
      try {
        Device device = new Device("C1", token, "ios");
        return customers.importDevices(List.of(new Versioned<>(device, at)));
      } catch (CeapException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.STORE_CONFLICT);
      }
    }
  }
}
