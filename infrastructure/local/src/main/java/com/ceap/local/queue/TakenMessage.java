package com.ceap.local.queue;

import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.storage.table.Item;
import java.time.Instant;

/**
 * A message that was taken and must be settled.
 *
 * @param item as it is stored while it is taken
 */
public record TakenMessage(String queue, QueueMessage message, Item item) {

  Instant sentAt() {
    return Instant.ofEpochMilli(item.number("sentAt").toLong());
  }

  /** Bodies hold customers' data. */
  @Override
  public String toString() {
    return "TakenMessage[" + queue + ", " + message.id() + "]";
  }
}
