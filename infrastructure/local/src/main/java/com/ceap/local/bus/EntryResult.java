package com.ceap.local.bus;

import com.ceap.model.error.ErrorCode;

/** What the bus answers for an entry. */
public sealed interface EntryResult {

  /**
   * It is kept, and goes where it matches.
   *
   * @param queues to how many queues it went; 0 where nobody asked for it
   */
  record Accepted(String eventId, int queues) implements EntryResult {}

  /**
   * It was turned away, and is kept among the dead letters.
   *
   * @param awsCode EventBridge's code
   * @param message EventBridge's sentence
   * @param code ours
   */
  record Refused(String awsCode, String message, ErrorCode code) implements EntryResult {}
}
