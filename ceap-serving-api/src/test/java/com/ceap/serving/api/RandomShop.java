package com.ceap.serving.api;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import com.ceap.storage.RunStamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A random store, and beside it the plain facts that were put into it. Ids try to break out of
 * their keys; everything that can speak against a candidate does so often.
 */
final class RandomShop {
  static final List<String> CUSTOMERS = List.of("C", "C#", "C%23", "C1", "C10", "C#reco#", "🛒");
  static final List<String> MARKETPLACES = List.of("US", "DE");
  private static final List<String> PRODUCTS = List.of("P", "P#", "P1", "P10", "P%23", "p", "P/2");
  private static final List<String> CHANNELS =
      List.of("email", "in-app", "shelf", "trial", "closed");
  private static final List<String> PROGRAMS = List.of("reco", "reco", "reco", "carts", "paused");
  private static final Duration LIFE = Duration.ofDays(7);

  /** One candidate as it was stored. */
  record Stored(ScoredCandidate decision, Instant storedAt) {
    CandidateKey key() {
      return decision.key();
    }

    Instant expires() {
      return storedAt.plus(LIFE);
    }
  }

  final World world;
  final RandomGenerator random;
  final Map<CandidateKey, Stored> candidates = new LinkedHashMap<>();
  final Map<CandidateKey, Outcome> outcomes = new HashMap<>();
  final Map<String, List<LedgerEntry>> ledgers = new HashMap<>();
  final Map<String, Customer.Status> customers = new HashMap<>();
  final Set<CandidateKey> marked = new HashSet<>();
  final Map<String, Boolean> inStock = new HashMap<>();

  RandomShop(World world, RandomGenerator random) {
    this.world = world;
    this.random = random;
    customers();
    products();
    for (int day = 0; day < 8; day++) {
      for (int i = 0; i < 20; i++) {
        candidate();
      }
      world.clock.advance(Duration.ofHours(21));
    }
    CUSTOMERS.forEach(this::ledger);
    List.copyOf(candidates.keySet()).forEach(this::outcome);
  }

  private void customers() {
    for (String id : CUSTOMERS) {
      Customer.Status status =
          random.nextInt(4) == 0 ? Customer.Status.SUSPENDED : Customer.Status.ACTIVE;
      customers.put(id, status);
      world.customer(id, status, Optional.empty());
    }
  }

  private void products() {
    for (String id : PRODUCTS) {
      boolean stock = random.nextInt(3) > 0;
      inStock.put(id, stock);
      world.product(id, stock);
    }
  }

  private void candidate() {
    String program = pick(PROGRAMS);
    Subject subject = new Subject(program.equals("carts") ? "cart" : "product", pick(PRODUCTS));
    CandidateKey key = new CandidateKey(pick(CUSTOMERS), program, pick(MARKETPLACES), subject);
    List<String> channels = CHANNELS.stream().filter(c -> random.nextInt(2) == 0).toList();
    Candidate candidate =
        new Candidate(key, Context.EMPTY, Attributes.EMPTY, channels, world.clock.instant());
    // Few different scores, so that ties are common.
    double score = random.nextInt(6) / 5.0;
    ScoredCandidate decision =
        new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), score, OptionalInt.empty());
    RunStamp run = new RunStamp("r", World.DAY, world.clock.instant(), LIFE);
    world.stores.candidates().storeAll(run, List.of(decision));
    candidates.put(key, new Stored(decision, world.clock.instant()));
  }

  private void ledger(String customer) {
    List<LedgerEntry> entries = new ArrayList<>();
    while (random.nextInt(2) == 0) {
      entries.add(entry(customer));
    }
    ledgers.put(customer, entries);
    world.stores.ledgers().update(customer, _ -> new LedgerChange<>(true, entries));
  }

  private LedgerEntry entry(String customer) {
    Instant at = world.clock.instant().minus(Duration.ofHours(random.nextInt(200)));
    return switch (random.nextInt(4)) {
      case 0 ->
          new LedgerEntry.Consented(
              new Consent(
                  customer,
                  pick(List.of("reco", "carts", "other")),
                  pick(List.of("email", "in-app", "shelf", "all")),
                  true),
              at);
      case 1 -> new LedgerEntry.Bought(new Purchase(subject(), at));
      case 2 ->
          new LedgerEntry.Exited(
              new Exit(
                  pick(List.of("reco", "carts")),
                  random.nextInt(3) == 0 ? Optional.empty() : Optional.of(subject()),
                  "OrderPlaced",
                  at));
      default -> new LedgerEntry.Closed(new Suppression("email", "BOUNCED", at));
    };
  }

  private Subject subject() {
    return new Subject(pick(List.of("product", "cart")), pick(PRODUCTS));
  }

  private void outcome(CandidateKey key) {
    if (random.nextInt(5) == 0) {
      Outcome outcome = pick(List.of(Outcome.values()));
      Instant now = world.clock.instant();
      world.stores.outcomes().record(key, outcome, now, now.plus(LIFE));
      outcomes.put(key, outcome);
    }
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
