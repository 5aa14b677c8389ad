package com.ceap.local.reference;

import com.ceap.model.Device;
import com.ceap.storage.CustomerRepository;
import com.ceap.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Devices that take push messages. */
record DeviceEntries(CustomerRepository customers) implements Entries<Versioned<Device>> {
  private static final Set<String> PLATFORMS = Set.of("ios", "android", "web");

  @Override
  public Versioned<Device> parse(Row row, Instant updatedAt) throws BadRowException {
    Device device =
        new Device(
            row.required("customer_id"), row.required("token"), platform(row.required("platform")));
    return new Versioned<>(device, updatedAt);
  }

  @Override
  public void write(List<Versioned<Device>> entries) {
    customers.importDevices(entries);
  }

  private static String platform(String text) throws BadRowException {
    String platform = text.toLowerCase(Locale.ROOT);
    if (!PLATFORMS.contains(platform)) {
      throw new BadRowException(
          "'platform' is '%s'; it should be ios, android or web.".formatted(text));
    }
    return platform;
  }
}
