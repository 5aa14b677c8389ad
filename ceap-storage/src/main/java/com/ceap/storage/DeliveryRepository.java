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
import java.util.LinkedHashSet;
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

  /** What is known of a message. */
  public DeliveryState find(CandidateKey candidate, String messageId) {
    return findAll(List.of(new PlannedMessage(messageId, List.of(candidate), true))).getFirst();
  }

  /**
   * What is known of each of some messages, in their order. Their records are read after their
   * ledgers: a message that has no record yet gets none later without the ledger's version rising.
   * Whoever has no ledger has no record: that is written with the ledger or after it, and no ledger
   * is ever deleted.
   */
  public List<DeliveryState> findAll(List<PlannedMessage> messages) {
    Map<TableDefinition, Map<Key, Item>> found =
        tables.batchGet(keys(messages), Consistency.STRONG);
    Map<Key, Item> records = records(messages, found.get(CANDIDATES).keySet());
    Map<String, Customer> profiles = CustomerRepository.decode(found.get(CUSTOMERS));
    return messages.stream().map(message -> state(message, found, records, profiles)).toList();
  }

  private static Map<TableDefinition, Set<Key>> keys(List<PlannedMessage> messages) {
    Set<Key> candidates = new LinkedHashSet<>();
    Set<Key> customers = new LinkedHashSet<>();
    Set<Key> controls = new HashSet<>();
    for (PlannedMessage message : messages) {
      candidates.add(CandidateKeys.ledger(message.customerId()));
      for (CandidateKey candidate : message.candidates()) {
        candidates.add(CandidateKeys.candidate(candidate));
        candidates.add(CandidateKeys.outcome(candidate));
      }
      customers.add(CustomerRepository.profile(message.customerId()));
      if (message.toDevices()) {
        customers.add(CustomerRepository.devices(message.customerId()));
      }
      controls.add(ControlRepository.key(message.programId()));
    }
    return Map.of(CANDIDATES, candidates, CUSTOMERS, customers, CONTROLS, controls);
  }

  private Map<Key, Item> records(List<PlannedMessage> messages, Set<Key> found) {
    Set<Key> keys = new LinkedHashSet<>();
    for (PlannedMessage message : messages) {
      if (found.contains(CandidateKeys.ledger(message.customerId()))) {
        keys.add(record(message));
      }
    }
    return keys.isEmpty()
        ? Map.of()
        : tables.batchGet(Map.of(CANDIDATES, keys), Consistency.STRONG).get(CANDIDATES);
  }

  private static Key record(PlannedMessage message) {
    return CandidateKeys.message(message.customerId(), message.messageId());
  }

  private static DeliveryState state(
      PlannedMessage message,
      Map<TableDefinition, Map<Key, Item>> found,
      Map<Key, Item> records,
      Map<String, Customer> profiles) {
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
        LedgerRepository.read(customerId, item(items, CandidateKeys.ledger(customerId))),
        decoded(records, record(message), MessageItem::decode),
        Optional.ofNullable(profiles.get(customerId)),
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
