package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.CONTROLS;
import static com.ceap.storage.CeapTables.CUSTOMERS;

import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads everything that decides about messages. Thread-safe. */
public final class DeliveryRepository {

  private final Tables tables;

  DeliveryRepository(Tables tables) {
    this.tables = tables;
  }

  /** What is known of a message, in one consistent call to the store. */
  public DeliveryState find(CandidateKey candidate, String messageId) {
    return findAll(List.of(new PlannedMessage(messageId, List.of(candidate)))).getFirst();
  }

  /** What is known of each of some messages, in their order, in one consistent call. */
  public List<DeliveryState> findAll(List<PlannedMessage> messages) {
    Set<Key> candidates = new HashSet<>();
    Set<Key> customers = new HashSet<>();
    Set<Key> controls = new HashSet<>();
    for (PlannedMessage message : messages) {
      addKeys(message, candidates);
      customers.addAll(CustomerRepository.keys(message.customerId()));
      controls.add(ControlRepository.key(message.programId()));
    }
    Map<TableDefinition, Map<Key, Item>> found =
        tables.batchGet(
            Map.of(CANDIDATES, candidates, CUSTOMERS, customers, CONTROLS, controls),
            Consistency.STRONG);
    Map<String, Customer> profiles = CustomerRepository.decode(found.get(CUSTOMERS));
    return messages.stream()
        .map(
            message ->
                state(message, found, Optional.ofNullable(profiles.get(message.customerId()))))
        .toList();
  }

  private static void addKeys(PlannedMessage message, Set<Key> keys) {
    String customerId = message.customerId();
    keys.add(CandidateKeys.ledger(customerId));
    keys.add(CandidateKeys.shadowLedger(customerId));
    keys.add(CandidateKeys.message(customerId, message.messageId()));
    for (CandidateKey candidate : message.candidates()) {
      keys.add(CandidateKeys.candidate(candidate));
      keys.add(CandidateKeys.outcome(candidate));
    }
  }

  private DeliveryState state(
      PlannedMessage message,
      Map<TableDefinition, Map<Key, Item>> found,
      Optional<Customer> customer) {
    Map<Key, Item> items = found.get(CANDIDATES);
    String customerId = message.customerId();
    Map<CandidateKey, StoredCandidate> candidates = new HashMap<>();
    Map<CandidateKey, Outcome> outcomes = new HashMap<>();
    for (CandidateKey key : message.candidates()) {
      decoded(items, CandidateKeys.candidate(key), CandidateCodec::decode)
          .ifPresent(stored -> candidates.put(key, stored));
      decoded(items, CandidateKeys.outcome(key), OutcomeItem::decode)
          .ifPresent(item -> outcomes.put(key, item.outcome()));
    }
    return new DeliveryState(
        candidates,
        outcomes,
        LedgerRepository.ledger(customerId, item(items, CandidateKeys.ledger(customerId))),
        LedgerRepository.ledger(customerId, item(items, CandidateKeys.shadowLedger(customerId))),
        decoded(items, CandidateKeys.message(customerId, message.messageId()), MessageItem::decode),
        customer,
        ControlRepository.decode(
            item(found.get(CONTROLS), ControlRepository.key(message.programId()))));
  }

  private static Item item(Map<Key, Item> items, Key key) {
    return items.getOrDefault(key, Item.EMPTY);
  }

  private static <T> Optional<T> decoded(Map<Key, Item> items, Key key, Function<Item, T> decode) {
    return Optional.ofNullable(items.get(key)).map(decode);
  }
}
