package com.ceap.storage;

import static com.ceap.storage.CeapTables.CUSTOMERS;

import com.ceap.model.Device;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A customer's devices by token, while others are merged in; kept apart from the profile. */
final class DeviceItem {

  static final String SORT_KEY = "1DEVICES";

  private static final String VERSION = "version";

  private final Map<String, Versioned<Device>> byToken = new LinkedHashMap<>();
  private final Optional<Instant> erasedAt;
  private final long version;

  DeviceItem(Item stored) {
    this.erasedAt = ErasureMarker.find(stored);
    this.version = stored.has(VERSION) ? stored.number(VERSION).toLong() : 0;
    if (stored.isEmpty()) {
      return;
    }
    String customerId = stored.text(CUSTOMERS.partitionKey());
    for (Value value : stored.list("devices")) {
      Item entry = ((Value.MapOf) value).item();
      Device device = new Device(customerId, entry.text("token"), entry.text("platform"));
      byToken.put(device.token(), new Versioned<>(device, Epoch.read(entry, "at")));
    }
  }

  List<Device> devices() {
    return byToken.values().stream().map(Versioned::value).toList();
  }

  /** What must hold for nobody else to have written since it was read. */
  Condition unchanged() {
    return version == 0 ? Condition.lacks(VERSION) : Condition.equal(VERSION, Value.of(version));
  }

  /** Takes a device in unless a later word about its token, or on the customer, is known. */
  boolean take(Versioned<Device> device) {
    if (erasedAt.filter(device.updatedAt()::isBefore).isPresent()) {
      return false;
    }
    Versioned<Device> known = byToken.get(device.value().token());
    if (known != null && device.updatedAt().isBefore(known.updatedAt())) {
      return false;
    }
    byToken.put(device.value().token(), device);
    return true;
  }

  /** Removes devices by their tokens; false where none of them was known. */
  boolean remove(Set<String> tokens) {
    return byToken.keySet().removeAll(tokens);
  }

  Item build(Key key) {
    List<Value> devices = new ArrayList<>();
    byToken.values().forEach(device -> devices.add(entry(device)));
    Item.Builder item =
        Item.builder()
            .withAll(CUSTOMERS.keyItem(key))
            .with(VERSION, version + 1)
            .with("devices", new Value.ListOf(devices));
    erasedAt.ifPresent(at -> item.with(ErasureMarker.ERASED_AT, Epoch.of(at)));
    return item.build();
  }

  private static Value entry(Versioned<Device> device) {
    return new Value.MapOf(
        Item.builder()
            .with("token", device.value().token())
            .with("platform", device.value().platform())
            .with("at", Epoch.of(device.updatedAt()))
            .build());
  }
}
