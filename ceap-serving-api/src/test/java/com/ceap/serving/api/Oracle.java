package com.ceap.serving.api;

import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.LedgerEntry;
import com.ceap.serving.api.RandomShop.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says by brute force, over the facts alone, what may be shown. */
final class Oracle {
  private static final Set<String> IN_USE = Set.of("email", "in-app", "shelf");
  private final RandomShop shop;
  private final Instant now;

  Oracle(RandomShop shop) {
    this.shop = shop;
    this.now = shop.world.clock.instant();
  }

  /** Everything of a customer and marketplace that is open on a channel, best first. */
  List<CandidateKey> shown(String customer, String marketplace, String channel) {
    return shop.candidates.values().stream()
        .filter(s -> s.key().customerId().equals(customer))
        .filter(s -> s.key().marketplace().equals(marketplace))
        .filter(s -> mayBeShown(s, channel) && stillEligible(s))
        .sorted(
            Comparator.comparingDouble((Stored s) -> -s.decision().score())
                .thenComparing(Stored::storedAt, Comparator.reverseOrder())
                .thenComparing(s -> s.key().programId())
                .thenComparing(s -> s.key().subject().type())
                .thenComparing(s -> s.key().subject().id()))
        .map(Stored::key)
        .toList();
  }

  /** Everything of a program that is open on a channel. */
  Set<CandidateKey> ofChannel(
      String program, List<String> marketplaces, String channel, double minScore) {
    return shop.candidates.values().stream()
        .filter(s -> s.key().programId().equals(program))
        .filter(s -> marketplaces.contains(s.key().marketplace()))
        .filter(s -> s.decision().score() >= minScore)
        .filter(s -> mayBeShown(s, channel) && stillEligible(s))
        .map(Stored::key)
        .collect(Collectors.toSet());
  }

  /** The marketplace that an answer has where the request names none; any where there is none. */
  String home(String customer) {
    return shop.candidates.values().stream()
        .filter(s -> s.key().customerId().equals(customer) && lives(s))
        .max(
            Comparator.comparing(Stored::storedAt)
                .thenComparing(s -> s.key().marketplace(), Comparator.reverseOrder()))
        .map(s -> s.key().marketplace())
        .orElse("US");
  }

  private boolean lives(Stored stored) {
    return now.isBefore(stored.expires()) && !shop.marked.contains(stored.key());
  }

  private boolean mayBeShown(Stored stored, String channel) {
    CandidateKey key = stored.key();
    return lives(stored)
        && !key.programId().equals("paused")
        && !shop.outcomes.containsKey(key)
        && shop.ledgers.get(key.customerId()).stream().noneMatch(e -> ends(e, stored))
        && stored.decision().candidate().channels().contains(channel)
        && IN_USE.contains(channel)
        && exists(key.programId(), channel)
        && shop.ledgers.get(key.customerId()).stream().noneMatch(e -> closes(e, key, channel));
  }

  /** Program carts has no shelf. */
  private static boolean exists(String program, String channel) {
    return program.equals("reco") || !channel.equals("shelf");
  }

  private static boolean ends(LedgerEntry entry, Stored stored) {
    return switch (entry) {
      case LedgerEntry.Bought(Purchase p) ->
          p.subject().equals(stored.key().subject()) && !p.at().isBefore(stored.storedAt());
      case LedgerEntry.Exited(Exit e) ->
          e.programId().equals(stored.key().programId())
              && (e.subject().isPresent()
                  ? e.subject().get().equals(stored.key().subject())
                  : !e.at().isBefore(stored.decision().candidate().eventTime()));
      default -> false;
    };
  }

  private static boolean closes(LedgerEntry entry, CandidateKey key, String channel) {
    String type = channel.equals("email") ? "email" : "in-app";
    return switch (entry) {
      case LedgerEntry.Consented c ->
          c.consent().programId().equals(key.programId())
              && List.of("all", channel, type).contains(c.consent().channel());
      case LedgerEntry.Closed c -> c.suppression().channelType().equals(type);
      default -> false;
    };
  }

  /** What the program's filters say of decisions of more than three days. */
  private boolean stillEligible(Stored stored) {
    boolean eligible = passes(stored);
    if (!eligible) {
      // Whoever finds it so marks it as expired.
      shop.marked.add(stored.key());
    }
    return eligible;
  }

  private boolean passes(Stored stored) {
    CandidateKey key = stored.key();
    if (!stored.storedAt().isBefore(now.minus(Duration.ofDays(3)))) {
      return true;
    }
    boolean bought =
        shop.ledgers.get(key.customerId()).stream()
            .anyMatch(
                e ->
                    e instanceof LedgerEntry.Bought(Purchase p)
                        && p.subject().equals(key.subject()));
    if (key.programId().equals("carts")) {
      return !bought;
    }
    return !bought
        && shop.customers.get(key.customerId()) == Customer.Status.ACTIVE
        && shop.inStock.get(key.subject().id());
  }
}
