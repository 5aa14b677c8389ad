package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.Subject;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A ledger as an item and back. What an entry does not say is left out: a send that was taken in
 * from elsewhere has the four attributes it always had.
 */
final class LedgerCodec {

  static final String VERSION = "version";
  private static final String AT = "at";
  private static final String ID = "id";
  private static final String TYPE = "type";
  private static final String PROGRAM = "program";
  private static final String CHANNEL = "channel";
  private static final String LEASE = "lease";
  private static final String RELEASED = "released";
  private static final String RESERVATION = "reservation";

  private LedgerCodec() {}

  /** The item of the version after {@code ledger}'s. */
  static Item.Builder next(Key key, LedgerItem ledger) {
    List<Value> consents = new ArrayList<>();
    ledger.consent().forEach((scope, optedOut) -> consents.add(consent(scope, optedOut)));
    Item.Builder item =
        Item.builder().withAll(CANDIDATES.keyItem(key)).with(VERSION, ledger.version() + 1);
    ledger.erasedAt().ifPresent(at -> item.with(ErasureMarker.ERASED_AT, Epoch.of(at)));
    return item.with("consent", new Value.ListOf(consents))
        .with("suppressions", list(ledger.suppressions(), LedgerCodec::suppression))
        .with("exits", list(ledger.exits(), LedgerCodec::exit))
        .with("purchases", list(ledger.purchases(), LedgerCodec::purchase))
        .with("sends", list(ledger.sends(), LedgerCodec::send));
  }

  static LedgerItem decode(Item item) {
    if (item.isEmpty()) {
      return LedgerItem.EMPTY;
    }
    Map<OptOut, Versioned<Boolean>> consent = new LinkedHashMap<>();
    for (Value value : entries(item, "consent")) {
      Item entry = ((Value.MapOf) value).item();
      consent.put(
          new OptOut(entry.text(PROGRAM), entry.text(CHANNEL)),
          new Versioned<>(entry.flag("optedOut"), at(entry)));
    }
    return new LedgerItem(
        item.number(VERSION).toLong(),
        consent,
        read(item, "suppressions", LedgerCodec::readSuppression),
        read(item, "exits", LedgerCodec::readExit),
        read(item, "purchases", e -> new Purchase(subject(e), at(e))),
        read(item, "sends", LedgerCodec::readSend),
        ErasureMarker.find(item));
  }

  private static Value consent(OptOut scope, Versioned<Boolean> optedOut) {
    return map(
        Item.builder()
            .with(PROGRAM, scope.programId())
            .with(CHANNEL, scope.channel())
            .with("optedOut", optedOut.value())
            .with(AT, Epoch.of(optedOut.updatedAt())));
  }

  private static Value suppression(Suppression suppression) {
    return map(
        Item.builder()
            .with(TYPE, suppression.channelType())
            .with("reason", suppression.reason())
            .with(AT, Epoch.of(suppression.at())));
  }

  private static Suppression readSuppression(Item entry) {
    return new Suppression(entry.text(TYPE), entry.text("reason"), at(entry));
  }

  private static Value exit(Exit exit) {
    Item.Builder entry =
        Item.builder()
            .with(PROGRAM, exit.programId())
            .with("event", exit.event())
            .with(AT, Epoch.of(exit.at()));
    exit.subject().ifPresent(subject -> entry.with(TYPE, subject.type()).with(ID, subject.id()));
    return map(entry);
  }

  private static Exit readExit(Item entry) {
    Optional<Subject> subject = entry.has(ID) ? Optional.of(subject(entry)) : Optional.empty();
    return new Exit(entry.text(PROGRAM), subject, entry.text("event"), at(entry));
  }

  private static Value purchase(Purchase purchase) {
    return map(
        Item.builder()
            .with(TYPE, purchase.subject().type())
            .with(ID, purchase.subject().id())
            .with(AT, Epoch.of(purchase.at())));
  }

  private static Value send(Send send) {
    Item.Builder entry =
        Item.builder()
            .with(ID, send.messageId())
            .with(AT, Epoch.of(send.at()))
            .with(PROGRAM, send.programId())
            .with(CHANNEL, send.channel());
    if (!send.channelType().equals(send.channel())) {
      entry.with(TYPE, send.channelType());
    }
    if (!send.leaseUntil().equals(send.at())) {
      entry.with(LEASE, Epoch.of(send.leaseUntil()));
    }
    if (send.released()) {
      entry.with(RELEASED, true);
    }
    if (send.reservation() > 0) {
      entry.with(RESERVATION, send.reservation());
    }
    return map(entry);
  }

  private static Send readSend(Item entry) {
    return new Send(
        entry.text(ID),
        at(entry),
        entry.text(PROGRAM),
        entry.text(CHANNEL),
        entry.findText(TYPE).orElseGet(() -> entry.text(CHANNEL)),
        entry.has(LEASE) ? Epoch.read(entry, LEASE) : at(entry),
        entry.has(RELEASED) && entry.flag(RELEASED),
        entry.find(RESERVATION).map(number -> ((Num) number).toLong()).orElse(0L));
  }

  private static Subject subject(Item entry) {
    return new Subject(entry.text(TYPE), entry.text(ID));
  }

  private static Instant at(Item entry) {
    return Epoch.read(entry, AT);
  }

  private static <T> Value list(List<T> entries, Function<T, Value> encode) {
    return new Value.ListOf(entries.stream().map(encode).toList());
  }

  private static Value map(Item.Builder item) {
    return new Value.MapOf(item.build());
  }

  /** A list that an older release did not write is empty. */
  private static List<Value> entries(Item item, String name) {
    return item.has(name) ? item.list(name) : List.of();
  }

  private static <T> List<T> read(Item item, String name, Function<Item, T> decode) {
    List<Value> entries = entries(item, name);
    if (entries.isEmpty()) {
      return List.of();
    }
    List<T> read = new ArrayList<>(entries.size());
    for (Value entry : entries) {
      read.add(decode.apply(((Value.MapOf) entry).item()));
    }
    return read;
  }
}
