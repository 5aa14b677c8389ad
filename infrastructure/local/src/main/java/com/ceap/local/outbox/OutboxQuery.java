package com.ceap.local.outbox;

import com.ceap.channels.local.OutboxEntry;
import java.util.Optional;

/**
 * Which messages a person asks for; what is empty does not matter.
 *
 * @param channelType such as {@code email}
 */
public record OutboxQuery(
    Optional<String> customer, Optional<String> program, Optional<String> channelType) {
  /** Every message. */
  public static final OutboxQuery ALL =
      new OutboxQuery(Optional.empty(), Optional.empty(), Optional.empty());

  boolean matches(OutboxEntry entry) {
    return customer.map(entry.customerId()::equals).orElse(true)
        && program.map(entry.programId()::equals).orElse(true)
        && channelType.map(entry.channelType()::equals).orElse(true);
  }
}
