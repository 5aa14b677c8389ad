package com.ceap.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What people write: not the clients, which a generator makes. */
public final class Written implements ImportOption {
  @Override
  public boolean includes(Location location) {
    return !location.contains("/clients/target/") && !location.contains("/ceap-clients");
  }
}
