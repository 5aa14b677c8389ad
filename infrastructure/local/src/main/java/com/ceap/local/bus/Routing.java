package com.ceap.local.bus;

import java.util.Set;

/** Where an event goes. */
sealed interface Routing {

  /** To these queues, possibly none. */
  record To(Set<String> queues) implements Routing {}

  /** Nowhere: the entry is refused. */
  record Refused(EntryResult.Refused why) implements Routing {}
}
