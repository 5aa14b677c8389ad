package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import java.time.Instant;
import java.util.Optional;

/** What the change feed of the candidates table gives. */
public sealed interface ChangedItem {

  /**
   * A decision that was stored.
   *
   * @param category what the category index groups it by: a category, or a cart's value band
   */
  record ChangedCandidate(StoredCandidate candidate, Optional<String> category)
      implements ChangedItem {}

  /**
   * A message and what has become of it.
   *
   * @param expires when its record stops existing for readers
   */
  record ChangedMessage(Message message, Instant expires) implements ChangedItem {}

  /**
   * What became of a candidate.
   *
   * @param expires when its record stops existing for readers
   */
  record ChangedOutcome(
      CandidateKey key,
      Outcome outcome,
      Instant at,
      Optional<Conversion> conversion,
      Instant expires)
      implements ChangedItem {}

  /**
   * Something that a customer did with a candidate in an app.
   *
   * @param expires when its record stops existing for readers
   */
  record ChangedEngagement(RecordedEngagement engagement, Instant expires) implements ChangedItem {}

  /** A customer was erased; nothing that was written of them before may be kept. */
  record CustomerErased(String customerId, Instant at) implements ChangedItem {}

  /** An item of the feed of {@link CeapTables#CANDIDATES}. */
  static ChangedItem decode(Item item) {
    Key key = CANDIDATES.key(item);
    return switch (key.sort().charAt(0)) {
      case '1' -> candidate(item);
      case '2' -> outcome(key, item);
      case '4' -> new ChangedMessage(MessageItem.decode(item), expires(item));
      case '7' -> new ChangedEngagement(EngagementItem.decode(item), expires(item));
      case '9' -> new CustomerErased(key.partition(), ErasureMarker.read(item));
      default ->
          throw new IllegalArgumentException(
              "the feed of table candidates gives no items of the kind "
                  + Erased.ofSortKey(key.sort()));
    };
  }

  private static ChangedCandidate candidate(Item item) {
    StoredCandidate stored = CandidateCodec.decode(item);
    return new ChangedCandidate(stored, CandidateCodec.category(stored.decision().candidate()));
  }

  private static ChangedOutcome outcome(Key key, Item item) {
    OutcomeItem stored = OutcomeItem.decode(item);
    return new ChangedOutcome(
        CandidateKeys.parse(key),
        stored.outcome(),
        stored.at(),
        stored.conversion(),
        expires(item));
  }

  private static Instant expires(Item item) {
    return Instant.ofEpochSecond(item.number(CANDIDATES.ttlAttribute()).toLong());
  }
}
