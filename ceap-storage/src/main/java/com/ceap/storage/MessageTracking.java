package com.ceap.storage;

import java.time.Instant;

/**
 * Takes in that messages were opened and their links followed. Before a message is recorded only
 * machines can have seen it: that is not kept. Repeating a call changes nothing. Thread-safe.
 */
public record MessageTracking(MessageRepository messages) {
  /**
   * A message's images were loaded.
   *
   * @param byMachine whether whoever did it says that it is a program
   * @return whether it says something new
   */
  public boolean opened(String customerId, String messageId, boolean byMachine, Instant at) {
    MessageEvent event = byMachine ? MessageEvent.OPENED_BY_MACHINE : MessageEvent.OPENED;
    boolean isNew = messages.note(customerId, messageId, event, at);
    if (isNew) {
      advance(customerId, messageId, at);
    }
    return isNew;
  }

  /**
   * A message's link was followed.
   *
   * @param link which one: letters, digits and hyphens
   * @return whether it says something new
   */
  public boolean clicked(
      String customerId, String messageId, String link, boolean byMachine, Instant at) {
    boolean isNew =
        byMachine
            ? messages.note(customerId, messageId, MessageEvent.SCANNED, at)
            : messages.noteClick(customerId, messageId, link, at);
    if (isNew) {
      advance(customerId, messageId, at);
    }
    return isNew;
  }

  private void advance(String customerId, String messageId, Instant at) {
    messages
        .tracked(customerId, messageId)
        .ifPresent(tracked -> messages.advanceByTrail(tracked, at));
  }
}
