package com.ceap.storage;

import com.ceap.storage.table.MutableClock;
import com.ceap.storage.table.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What repositories keep to, on empty tables of one place. */
abstract class StoreContract {
  final MutableClock clock = new MutableClock();
  Tables tables;
  private final EveryStore place;

  StoreContract(EveryStore place) {
    this.place = place;
  }

  @BeforeEach
  void openTables() {
    tables = place.open(clock);
  }

  @AfterEach
  void closeTables() {
    tables.close();
  }

  /** Waits until indexes show every write. */
  void settle() {
    place.settle();
  }
}
