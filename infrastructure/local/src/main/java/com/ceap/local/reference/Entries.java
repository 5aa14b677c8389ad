package com.ceap.local.reference;

import com.ceap.storage.Stores;
import java.time.Instant;
import java.util.List;

/** How rows of one kind become entries of the store. */
interface Entries<T> {
  /**
   * Reads a row.
   *
   * @param updatedAt when the row was last changed at its source
   */
  T parse(Row row, Instant updatedAt) throws BadRowException;

  /** Writes entries; what the store has from a later time stays as it is. */
  void write(List<T> entries);

  static Entries<?> of(ReferenceKind kind, Stores stores) {
    return switch (kind) {
      case CUSTOMERS -> new CustomerEntries(stores.customers());
      case PRODUCTS -> new ProductEntries(stores.products());
      case CONSENTS -> new ConsentEntries(stores.ledgers());
      case DEVICES -> new DeviceEntries(stores.customers());
      case FEATURES -> new FeatureEntries(stores.features());
      case PURCHASES -> new PurchaseEntries(stores.ledgers());
      case CONTACTS -> new ContactEntries(stores.ledgers());
    };
  }
}
