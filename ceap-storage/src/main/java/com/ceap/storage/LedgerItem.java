package com.ceap.storage;

import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A customer's ledger as it is stored, and what each {@link LedgerEntry} makes of it. Consent keeps
 * withdrawn opt-outs with their time too, so that an older opt-out that arrives late changes
 * nothing. Immutable.
 */
record LedgerItem(
    long version,
    Map<OptOut, Versioned<Boolean>> consent,
    List<Suppression> suppressions,
    List<Exit> exits,
    List<Purchase> purchases,
    List<Send> sends,
    Optional<Instant> erasedAt) {

  static final LedgerItem EMPTY =
      new LedgerItem(0, Map.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

  LedgerItem {
    consent = Map.copyOf(consent);
    suppressions = List.copyOf(suppressions);
    exits = List.copyOf(exits);
    purchases = List.copyOf(purchases);
    sends = List.copyOf(sends);
  }

  CustomerLedger ledger(String customerId) {
    List<OptOut> optOuts =
        consent.entrySet().stream()
            .filter(entry -> entry.getValue().value())
            .map(Map.Entry::getKey)
            .toList();
    return new CustomerLedger(
        customerId, version, optOuts, suppressions, exits, purchases, sends, erasedAt);
  }

  /**
   * The ledger after these changes; equal to this one where all of them are known already, or from
   * before the customer was erased.
   */
  LedgerItem with(List<LedgerEntry> entries) {
    LedgerItem changed = this;
    for (LedgerEntry entry : entries) {
      if (!forgot(entry)) {
        changed = changed.with(entry);
      }
    }
    return changed;
  }

  private boolean forgot(LedgerEntry entry) {
    return erasedAt.isPresent()
        && entry.happened().filter(at -> !at.isAfter(erasedAt.get())).isPresent();
  }

  private LedgerItem with(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Reserved(Send send) ->
          withSends(plus(sends, send, known -> known.messageId().equals(send.messageId())));
      case LedgerEntry.Released(String messageId) ->
          withSends(mapped(sends, s -> s.messageId().equals(messageId) ? s.release() : s));
      case LedgerEntry.Withdrawn withdrawn -> withSends(without(sends, s -> is(s, withdrawn)));
      case LedgerEntry.Exited(Exit exit) -> withExits(plus(exits, exit, exit::equals));
      case LedgerEntry.Bought(Purchase purchase) ->
          withPurchases(plus(purchases, purchase, purchase::equals));
      case LedgerEntry.Closed(Suppression closed) ->
          withSuppressions(
              plus(suppressions, closed, s -> s.channelType().equals(closed.channelType())));
      case LedgerEntry.Consented(Consent given, Instant at) ->
          with(
              new OptOut(given.programId(), given.channel()),
              new Versioned<>(given.optedOut(), at));
    };
  }

  /** What was given back for good stays, whoever withdraws it late. */
  private static boolean is(Send send, LedgerEntry.Withdrawn withdrawn) {
    return send.messageId().equals(withdrawn.messageId())
        && send.reservation() == withdrawn.reservation()
        && !send.released();
  }

  private LedgerItem with(OptOut scope, Versioned<Boolean> optedOut) {
    Map<OptOut, Versioned<Boolean>> all = new LinkedHashMap<>(consent);
    all.merge(scope, optedOut, LedgerItem::latest);
    return new LedgerItem(version, all, suppressions, exits, purchases, sends, erasedAt);
  }

  /** Of two words of the same moment the opt-out holds, in whichever order they come. */
  private static Versioned<Boolean> latest(Versioned<Boolean> one, Versioned<Boolean> other) {
    int order = one.updatedAt().compareTo(other.updatedAt());
    if (order == 0) {
      return one.value() ? one : other;
    }
    return order > 0 ? one : other;
  }

  /** Without what is older than that: no cap counts it, and nothing it could stop is alive. */
  LedgerItem prunedBefore(Instant oldest) {
    return withSends(
            without(sends, s -> s.at().isBefore(oldest) && s.leaseUntil().isBefore(oldest)))
        .withExits(without(exits, exit -> exit.at().isBefore(oldest)));
  }

  private LedgerItem withSends(List<Send> changed) {
    return new LedgerItem(version, consent, suppressions, exits, purchases, changed, erasedAt);
  }

  private LedgerItem withExits(List<Exit> changed) {
    return new LedgerItem(version, consent, suppressions, changed, purchases, sends, erasedAt);
  }

  private LedgerItem withPurchases(List<Purchase> changed) {
    return new LedgerItem(version, consent, suppressions, exits, changed, sends, erasedAt);
  }

  private LedgerItem withSuppressions(List<Suppression> changed) {
    return new LedgerItem(version, consent, changed, exits, purchases, sends, erasedAt);
  }

  private static <T> List<T> plus(List<T> list, T entry, Predicate<T> known) {
    if (list.stream().anyMatch(known)) {
      return list;
    }
    List<T> longer = new ArrayList<>(list);
    longer.add(entry);
    return longer;
  }

  private static <T> List<T> mapped(List<T> list, UnaryOperator<T> change) {
    return list.stream().map(change).toList();
  }

  private static <T> List<T> without(List<T> list, Predicate<T> gone) {
    return list.stream().filter(gone.negate()).toList();
  }
}
