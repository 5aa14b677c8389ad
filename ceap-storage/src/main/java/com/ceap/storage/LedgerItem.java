package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Subject;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer's ledger as it is stored. Consent keeps withdrawn opt-outs with their time too, so
 * that an older opt-out that arrives late changes nothing. Immutable.
 */
record LedgerItem(
    long version,
    Map<OptOut, Versioned<Boolean>> consent,
    List<Purchase> purchases,
    List<Send> sends) {

  static final LedgerItem EMPTY = new LedgerItem(0, Map.of(), List.of(), List.of());

  LedgerItem {
    consent = Map.copyOf(consent);
    purchases = List.copyOf(purchases);
    sends = List.copyOf(sends);
  }

  CustomerLedger ledger(String customerId) {
    List<OptOut> optOuts =
        consent.entrySet().stream()
            .filter(entry -> entry.getValue().value())
            .map(Map.Entry::getKey)
            .toList();
    return new CustomerLedger(customerId, version, optOuts, purchases, sends);
  }

  /** An opt-out, or its withdrawal, unless a later one is known. */
  LedgerItem with(OptOut scope, Versioned<Boolean> optedOut) {
    Map<OptOut, Versioned<Boolean>> all = new LinkedHashMap<>(consent);
    all.merge(scope, optedOut, (a, b) -> b.updatedAt().isBefore(a.updatedAt()) ? a : b);
    return new LedgerItem(version, all, purchases, sends);
  }

  LedgerItem with(Purchase purchase) {
    return purchases.contains(purchase)
        ? this
        : new LedgerItem(version, consent, plus(purchases, purchase), sends);
  }

  LedgerItem with(Send send) {
    return sends.stream().anyMatch(known -> known.messageId().equals(send.messageId()))
        ? this
        : new LedgerItem(version, consent, purchases, plus(sends, send));
  }

  /** The item of the next version. */
  Item next(String customerId) {
    Key key = CandidateKeys.ledger(customerId);
    List<Value> consents = new ArrayList<>();
    consent.forEach((scope, optedOut) -> consents.add(consent(scope, optedOut)));
    return Item.builder()
        .withAll(CANDIDATES.keyItem(key))
        .with("version", version + 1)
        .with("consent", new Value.ListOf(consents))
        .with("purchases", new Value.ListOf(purchases.stream().map(LedgerItem::purchase).toList()))
        .with("sends", new Value.ListOf(sends.stream().map(LedgerItem::send).toList()))
        .build();
  }

  static LedgerItem decode(Item item) {
    Map<OptOut, Versioned<Boolean>> consent = new LinkedHashMap<>();
    for (Item entry : maps(item, "consent")) {
      consent.put(
          new OptOut(entry.text("program"), entry.text("channel")),
          new Versioned<>(entry.flag("optedOut"), Epoch.read(entry, "at")));
    }
    List<Purchase> purchases =
        maps(item, "purchases").stream()
            .map(e -> new Purchase(new Subject(e.text("type"), e.text("id")), Epoch.read(e, "at")))
            .toList();
    List<Send> sends =
        maps(item, "sends").stream()
            .map(e -> new Send(e.text("id"), at(e), e.text("program"), e.text("channel")))
            .toList();
    return new LedgerItem(item.number("version").toLong(), consent, purchases, sends);
  }

  private static Value consent(OptOut scope, Versioned<Boolean> optedOut) {
    return map(
        Item.builder()
            .with("program", scope.programId())
            .with("channel", scope.channel())
            .with("optedOut", optedOut.value())
            .with("at", Epoch.of(optedOut.updatedAt())));
  }

  private static Value purchase(Purchase purchase) {
    return map(
        Item.builder()
            .with("type", purchase.subject().type())
            .with("id", purchase.subject().id())
            .with("at", Epoch.of(purchase.at())));
  }

  private static Value send(Send send) {
    return map(
        Item.builder()
            .with("id", send.messageId())
            .with("at", Epoch.of(send.at()))
            .with("program", send.programId())
            .with("channel", send.channel()));
  }

  private static Value map(Item.Builder item) {
    return new Value.MapOf(item.build());
  }

  private static List<Item> maps(Item item, String name) {
    return item.list(name).stream().map(value -> ((Value.MapOf) value).item()).toList();
  }

  private static Instant at(Item item) {
    return Epoch.read(item, "at");
  }

  private static <T> List<T> plus(List<T> list, T entry) {
    List<T> longer = new ArrayList<>(list);
    longer.add(entry);
    return longer;
  }
}
