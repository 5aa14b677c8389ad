package com.ceap.storage;

import com.ceap.model.Message;
import com.ceap.storage.table.Item;
import java.util.Optional;

/** A message with all that was reported of it. */
public record TrackedMessage(Message message, MessageTrail trail) {
  /** Of an item of the candidates table; empty where it is something else. */
  public static Optional<TrackedMessage> of(Item item) {
    return CeapTables.CANDIDATES.key(item).sort().startsWith(CandidateKeys.MESSAGE + '#')
        ? Optional.of(new TrackedMessage(MessageItem.decode(item), TrailItem.decode(item)))
        : Optional.empty();
  }

  /** Whether a person has opened it. */
  public boolean opened() {
    return trail.opened(message.channelType());
  }

  /** Whether a person has followed one of its links. */
  public boolean clicked() {
    return trail.clicked(message.channelType());
  }
}
