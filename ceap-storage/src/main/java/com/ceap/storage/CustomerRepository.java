package com.ceap.storage;

import static com.ceap.storage.CeapTables.CUSTOMERS;

import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.CustomerDirectory;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.WriteOutcome;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Customers' profiles and devices. Thread-safe. */
public final class CustomerRepository implements CustomerDirectory {

  private static final String PROFILE = "0PROFILE";
  private static final int TRIES = 5;

  private final Table table;

  CustomerRepository(Table table) {
    this.table = table;
  }

  @Override
  public Map<String, Customer> customers(Set<String> customerIds) {
    List<Key> keys = new ArrayList<>(customerIds.size() * 2);
    customerIds.forEach(id -> keys.addAll(keys(id)));
    return decode(table.batchGet(keys));
  }

  /** The items that make up a customer. */
  static Set<Key> keys(String customerId) {
    return Set.of(profile(customerId), devices(customerId));
  }

  static Key profile(String customerId) {
    return Key.of(customerId, PROFILE);
  }

  static Key devices(String customerId) {
    return Key.of(customerId, DeviceItem.SORT_KEY);
  }

  /** The customers whose profile is among the items. */
  static Map<String, Customer> decode(Map<Key, Item> items) {
    Map<String, Customer> customers = HashMap.newHashMap(items.size());
    items.forEach(
        (key, item) -> {
          if (key.sort().equals(PROFILE) && ErasureMarker.find(item).isEmpty()) {
            Item devices = items.getOrDefault(devices(key.partition()), Item.EMPTY);
            customers.put(key.partition(), customer(item, new DeviceItem(devices).devices()));
          }
        });
    return customers;
  }

  /**
   * Writes the profiles that are not older than the stored ones; answers how many those were.
   * Devices are left alone, they have an import of their own.
   */
  public int importAll(Collection<Versioned<Customer>> customers) {
    return LatestWins.write(table, customers.stream().map(CustomerRepository::item).toList());
  }

  /**
   * Merges devices into those known; of each token the latest holds. Answers how many took hold.
   *
   * @throws CeapException STORE_CONFLICT where others wrote a customer's five times in a row
   */
  public int importDevices(Collection<Versioned<Device>> devices) {
    Map<Key, List<Versioned<Device>>> byKey = new LinkedHashMap<>();
    for (Versioned<Device> device : devices) {
      Key key = devices(device.value().customerId());
      byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(device);
    }
    Map<Key, Item> stored = table.batchGet(byKey.keySet());
    return byKey.size() <= LatestWins.FEW ? mergeEach(byKey, stored) : mergeAll(byKey, stored);
  }

  /** Each on the condition that nobody else has written since. */
  private int mergeEach(Map<Key, List<Versioned<Device>>> byKey, Map<Key, Item> stored) {
    int taken = 0;
    for (Map.Entry<Key, List<Versioned<Device>>> entry : byKey.entrySet()) {
      Item known = stored.getOrDefault(entry.getKey(), Item.EMPTY);
      taken += change(entry.getKey(), known, item -> taken(item, entry.getValue()));
    }
    return taken;
  }

  /** Changes a customer's devices; answers what the change itself answers, 0 for nothing to do. */
  private int change(Key key, Item known, ToIntFunction<DeviceItem> change) {
    Item stored = known;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      DeviceItem item = new DeviceItem(stored);
      int changed = change.applyAsInt(item);
      if (changed == 0) {
        return 0;
      }
      switch (table.put(item.build(key), item.unchanged())) {
        case WriteOutcome.Written _ -> {
          return changed;
        }
        case WriteOutcome.Refused(Item others) -> stored = others;
      }
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT, "devices were written by others " + TRIES + " times in a row");
  }

  private int mergeAll(Map<Key, List<Versioned<Device>>> byKey, Map<Key, Item> stored) {
    List<BatchWrite> writes = new ArrayList<>(byKey.size());
    int taken = 0;
    for (Map.Entry<Key, List<Versioned<Device>>> entry : byKey.entrySet()) {
      DeviceItem item = new DeviceItem(stored.getOrDefault(entry.getKey(), Item.EMPTY));
      taken += taken(item, entry.getValue());
      writes.add(BatchWrite.put(item.build(entry.getKey())));
    }
    table.batchWrite(writes);
    return taken;
  }

  private static int taken(DeviceItem item, List<Versioned<Device>> devices) {
    return (int) devices.stream().filter(item::take).count();
  }

  /**
   * Forgets devices of a customer; one that registers once more is known again.
   *
   * @throws CeapException STORE_CONFLICT where others wrote the customer's five times in a row
   */
  public void removeDevices(String customerId, Set<String> tokens) {
    Key key = devices(customerId);
    Item stored = table.get(key).orElse(Item.EMPTY);
    var _ = change(key, stored, item -> item.remove(tokens) ? 1 : 0);
  }

  private static Item item(Versioned<Customer> versioned) {
    Customer customer = versioned.value();
    return Item.builder()
        .with(CUSTOMERS.partitionKey(), customer.customerId())
        .with(CUSTOMERS.sortKey(), PROFILE)
        .with(LatestWins.UPDATED_AT, Epoch.of(versioned.updatedAt()))
        .with("status", customer.status().name())
        .withText("name", customer.name())
        .withText("marketplace", customer.marketplace())
        .withText("timeZone", customer.timeZone().map(ZoneId::getId))
        .withText("locale", customer.locale())
        .withText("email", customer.email())
        .withText("phone", customer.phone())
        .with("paymentMethodOnFile", customer.paymentMethodOnFile())
        .build();
  }

  private static Customer customer(Item item, List<Device> devices) {
    return new Customer(
        item.text(CUSTOMERS.partitionKey()),
        Customer.Status.valueOf(item.text("status")),
        item.findText("name"),
        item.findText("marketplace"),
        item.findText("timeZone").map(ZoneId::of),
        item.findText("locale"),
        item.findText("email"),
        item.findText("phone"),
        item.flag("paymentMethodOnFile"),
        devices);
  }
}
