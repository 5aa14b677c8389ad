package com.ceap.channels.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A message in the outbox.
 *
 * @param channelType such as {@code email}
 * @param at when it was handed over
 * @param summary its subject or its first words
 * @param files what people open: an e-mail's {@code .eml} and HTML, a text, a payload
 */
public record OutboxEntry(
    String messageId,
    String customerId,
    String programId,
    String channelType,
    Instant at,
    String summary,
    List<Path> files) {
  public OutboxEntry {
    files = List.copyOf(files);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "OutboxEntry[" + messageId + "]";
  }
}
