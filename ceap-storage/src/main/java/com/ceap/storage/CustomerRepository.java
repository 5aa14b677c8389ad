package com.ceap.storage;

import static com.ceap.storage.CeapTables.CUSTOMERS;

import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.port.CustomerDirectory;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Customers' profiles and devices. Thread-safe. */
public final class CustomerRepository implements CustomerDirectory {

  private static final String PROFILE = "0PROFILE";

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
    return Set.of(Key.of(customerId, PROFILE), Key.of(customerId, DeviceItem.SORT_KEY));
  }

  /** The customers whose profile is among the items. */
  static Map<String, Customer> decode(Map<Key, Item> items) {
    Map<String, Customer> customers = HashMap.newHashMap(items.size());
    items.forEach(
        (key, item) -> {
          if (key.sort().equals(PROFILE)) {
            Item devices =
                items.getOrDefault(Key.of(key.partition(), DeviceItem.SORT_KEY), Item.EMPTY);
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
   */
  public int importDevices(Collection<Versioned<Device>> devices) {
    Map<Key, List<Versioned<Device>>> byKey = new LinkedHashMap<>();
    for (Versioned<Device> device : devices) {
      Key key = Key.of(device.value().customerId(), DeviceItem.SORT_KEY);
      byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(device);
    }
    Map<Key, Item> stored = table.batchGet(byKey.keySet());
    List<BatchWrite> writes = new ArrayList<>(byKey.size());
    int taken = 0;
    for (Map.Entry<Key, List<Versioned<Device>>> entry : byKey.entrySet()) {
      DeviceItem item = new DeviceItem(stored.getOrDefault(entry.getKey(), Item.EMPTY));
      for (Versioned<Device> device : entry.getValue()) {
        taken += item.take(device) ? 1 : 0;
      }
      writes.add(BatchWrite.put(item.build(entry.getKey())));
    }
    table.batchWrite(writes);
    return taken;
  }

  /** Forgets devices of a customer; one that registers once more is known again. */
  public void removeDevices(String customerId, Set<String> tokens) {
    Key key = Key.of(customerId, DeviceItem.SORT_KEY);
    table
        .get(key)
        .ifPresent(
            stored -> {
              DeviceItem item = new DeviceItem(stored);
              if (item.remove(tokens)) {
                table.batchWrite(List.of(BatchWrite.put(item.build(key))));
              }
            });
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
