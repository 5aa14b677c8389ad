package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.CONTROLS;
import static com.ceap.storage.CeapTables.CUSTOMERS;

import com.ceap.model.CandidateKey;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads everything that decides about one message. Thread-safe. */
public final class DeliveryRepository {

  private final Tables tables;

  DeliveryRepository(Tables tables) {
    this.tables = tables;
  }

  /** What is known of a message, in one consistent call to the store. */
  public DeliveryState find(CandidateKey candidate, String messageId) {
    String customerId = candidate.customerId();
    Key candidateKey = CandidateKeys.candidate(candidate);
    Key outcome = CandidateKeys.outcome(candidate);
    Key ledger = CandidateKeys.ledger(customerId);
    Key shadow = CandidateKeys.shadowLedger(customerId);
    Key message = CandidateKeys.message(customerId, messageId);
    Key controls = ControlRepository.key(candidate.programId());
    Map<TableDefinition, Map<Key, Item>> found =
        tables.batchGet(
            Map.of(
                CANDIDATES, Set.of(candidateKey, outcome, ledger, shadow, message),
                CUSTOMERS, CustomerRepository.keys(customerId),
                CONTROLS, Set.of(controls)),
            Consistency.STRONG);
    Map<Key, Item> items = found.get(CANDIDATES);
    return new DeliveryState(
        decoded(items, candidateKey, CandidateCodec::decode),
        decoded(items, outcome, OutcomeItem::decode).map(OutcomeItem::outcome),
        LedgerRepository.ledger(customerId, items.getOrDefault(ledger, Item.EMPTY)),
        LedgerRepository.ledger(customerId, items.getOrDefault(shadow, Item.EMPTY)),
        decoded(items, message, MessageItem::decode),
        CustomerRepository.decode(found.get(CUSTOMERS)).values().stream().findFirst(),
        ControlRepository.decode(found.get(CONTROLS).getOrDefault(controls, Item.EMPTY)));
  }

  private static <T> Optional<T> decoded(Map<Key, Item> items, Key key, Function<Item, T> decode) {
    return Optional.ofNullable(items.get(key)).map(decode);
  }
}
