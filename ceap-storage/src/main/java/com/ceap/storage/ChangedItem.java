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

  /** A decision that was stored. */
  record ChangedCandidate(StoredCandidate candidate) implements ChangedItem {}

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

  /** An item of the feed of {@link CeapTables#CANDIDATES}. */
  static ChangedItem decode(Item item) {
    Key key = CANDIDATES.key(item);
    return switch (key.sort().charAt(0)) {
      case '1' -> new ChangedCandidate(CandidateCodec.decode(item));
      case '2' -> outcome(key, item);
      case '4' -> new ChangedMessage(MessageItem.decode(item), expires(item));
      default ->
          throw new IllegalArgumentException(
              "the feed of table candidates gives candidates, outcomes and messages, not "
                  + Erased.ofSortKey(key.sort()));
    };
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
