package com.ceap.storage;

import com.ceap.model.CustomerLedger;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.CompositeKey;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Messages and what became of them. Repeating a call changes nothing, and feedback may come late,
 * twice and in any order. Reads are consistent. Thread-safe.
 */
public final class MessageRepository {

  private static final int TRIES = 5;

  private final Tables tables;
  private final Table table;
  private final LedgerRepository ledgers;

  MessageRepository(Tables tables, LedgerRepository ledgers) {
    this.tables = tables;
    this.table = tables.table(CeapTables.CANDIDATES);
    this.ledgers = ledgers;
  }

  public Optional<Message> find(String customerId, String messageId) {
    return table.get(CandidateKeys.message(customerId, messageId)).map(MessageItem::decode);
  }

  /** A customer's messages, oldest first. */
  public List<Message> ofCustomer(String customerId) {
    Query query =
        Query.of(customerId).beginsWith(CompositeKey.of(CandidateKeys.MESSAGE)).consistently();
    List<Message> messages = new ArrayList<>();
    Page page = new Page(List.of(), query.from());
    while (!page.last()) {
      page = table.query(query.from(page.next()));
      page.items().stream().map(MessageItem::decode).forEach(messages::add);
    }
    messages.sort(Comparator.comparing(Message::at).thenComparing(Message::messageId));
    return messages;
  }

  /**
   * Records what became of a message that was reserved. One that is recorded already stays as it
   * is, except that UNKNOWN gives way to the word of whoever handed it over.
   *
   * @param expires when the record stops existing for readers
   * @return false where one is recorded already
   */
  public boolean record(Message message, Instant expires) {
    return table
        .put(MessageItem.encode(message, expires), MessageItem.recordable(message.state()))
        .written();
  }

  /**
   * As {@link #record(Message, Instant)}, of several messages; answers in their order.
   *
   * @param expires when each record stops existing for readers
   */
  public List<Attempt<Boolean>> recordAll(
      List<Message> messages, Function<Message, Instant> expires) {
    return tables
        .putEach(messages.stream().map(each -> put(each, expires.apply(each))).toList())
        .stream()
        .map(attempt -> attempt.map(WriteOutcome::written))
        .toList();
  }

  /** How recording a verdict ended. */
  public enum Recording {
    RECORDED,
    /** One is recorded already; it stays as it is. */
    KNOWN,
    /** The customer was erased: nothing is recorded of messages that do not go out. */
    FORGOTTEN,
    /** The ledger is another one than the verdict was reached on. */
    OVERTAKEN
  }

  /**
   * Records that a message does not go out. The ledger's version rises with it, so that whoever
   * decided to reserve the same message on that version cannot any more: a message is either
   * reserved or turned away, never both.
   *
   * @param ledger what the verdict was reached on
   */
  public Recording recordVerdict(Message verdict, Instant expires, CustomerLedger ledger) {
    if (ledger.isForgotten()) {
      return Recording.FORGOTTEN;
    }
    List<TransactWrite> writes = List.of(put(verdict, expires), ledgers.next(ledger));
    for (int attempt = 0; attempt < TRIES; attempt++) {
      switch (tables.transact(writes)) {
        case TransactOutcome.Committed _ -> {
          return Recording.RECORDED;
        }
        case TransactOutcome.Refused(List<Integer> positions) -> {
          return positions.contains(0) ? Recording.KNOWN : Recording.OVERTAKEN;
        }
        case TransactOutcome.Conflicted _ -> {}
      }
    }
    throw conflict();
  }

  /**
   * As {@link #record(Message, Instant)}, with changes of the customer's ledger: both or neither.
   *
   * @return false where one is recorded already; the ledger stays as it is
   * @throws CeapException STORE_CONFLICT where others wrote the ledger five times in a row
   */
  public boolean record(Message message, Instant expires, List<LedgerEntry> entries) {
    TransactWrite record = put(message, expires);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<TransactWrite> writes = new ArrayList<>(List.of(record));
      ledgers.change(message.candidate().customerId(), entries).ifPresent(writes::add);
      switch (tables.transact(writes)) {
        case TransactOutcome.Committed _ -> {
          return true;
        }
        case TransactOutcome.Refused(List<Integer> positions) when positions.contains(0) -> {
          return false;
        }
        case TransactOutcome.Refused _, TransactOutcome.Conflicted _ -> {}
      }
    }
    throw conflict();
  }

  private static TransactWrite.Put put(Message message, Instant expires) {
    return new TransactWrite.Put(
        CeapTables.CANDIDATES,
        MessageItem.encode(message, expires),
        MessageItem.recordable(message.state()));
  }

  private static CeapException conflict() {
    return new CeapException(
        ErrorCode.STORE_CONFLICT,
        "a message and its ledger were written by others " + TRIES + " times in a row");
  }

  /**
   * Moves a message to a state of a higher rank.
   *
   * @param at when it reached the state
   * @param detail upper-case, such as {@code MAILBOX_FULL}; becomes the message's reason
   * @return false where nothing changed: no message is recorded, it is in that state or beyond, or
   *     its state is final
   */
  public boolean advance(
      String customerId,
      String messageId,
      MessageState state,
      Instant at,
      Optional<String> detail) {
    return table
        .update(
            CandidateKeys.message(customerId, messageId),
            MessageItem.advance(state, at, detail),
            MessageItem.risesTo(state))
        .written();
  }

  /** A message with all that was reported of it. */
  public Optional<TrackedMessage> tracked(String customerId, String messageId) {
    return table.get(CandidateKeys.message(customerId, messageId)).flatMap(TrackedMessage::of);
  }

  /**
   * Keeps that something was reported of a message; the order of reports does not matter.
   *
   * @return whether it says something new; false where no message is recorded
   */
  public boolean note(String customerId, String messageId, MessageEvent event, Instant at) {
    return note(CandidateKeys.message(customerId, messageId), TrailItem.of(event), at);
  }

  /**
   * Keeps that one of a message's links was followed.
   *
   * @param link which one: letters, digits and hyphens
   */
  public boolean noteClick(String customerId, String messageId, String link, Instant at) {
    return note(CandidateKeys.message(customerId, messageId), TrailItem.ofClick(link), at);
  }

  private boolean note(Key key, String name, Instant at) {
    if (table.update(key, TrailItem.begin(name, at), TrailItem.unreported(name)).written()) {
      return true;
    }
    boolean earlier =
        table.update(key, TrailItem.earlier(name, at), TrailItem.isEarlier(name, at)).written();
    boolean later =
        table.update(key, TrailItem.later(name, at), TrailItem.isLater(name, at)).written();
    return earlier || later;
  }

  /**
   * Moves a message to what a person has done with it, as far as that can be told by now; what a
   * machine has looked at has at least been sent.
   *
   * @param at when it was reported
   */
  public void advanceByTrail(TrackedMessage tracked, Instant at) {
    // What it was moved to before, or beyond, stands.
    var _ =
        advance(
            tracked.message().candidate().customerId(),
            tracked.message().messageId(),
            state(tracked),
            at,
            Optional.empty());
  }

  private static MessageState state(TrackedMessage tracked) {
    if (tracked.clicked()) {
      return MessageState.CLICKED;
    }
    return tracked.opened() ? MessageState.OPENED : MessageState.SENT;
  }
}
