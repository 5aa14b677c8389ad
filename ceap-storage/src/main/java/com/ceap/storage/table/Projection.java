package com.ceap.storage.table;

import java.util.Set;

/** Which attributes an index carries beside its own keys and the table's. */
public sealed interface Projection {

  /** Every attribute. */
  record All() implements Projection {}

  /** The keys and these. */
  record Include(Set<String> names) implements Projection {
    public Include {
      names = Set.copyOf(names);
    }
  }

  static Projection include(String... names) {
    return new Include(Set.of(names));
  }
}
