package com.ceap.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides whether a customer may be addressed now, in one item: opt-outs,
 * purchases, and what was sent. A customer nobody has written about has the empty ledger of version
 * 0.
 */
public record CustomerLedger(
    String customerId,
    long version,
    List<OptOut> optOuts,
    List<Purchase> purchases,
    List<Send> sends) {

  /** An opt-out that holds; {@link Consent#ALL} stands for every program or channel. */
  public record OptOut(String programId, String channel) {
    boolean covers(String program, String channelId) {
      return (programId.equals(Consent.ALL) || programId.equals(program))
          && (channel.equals(Consent.ALL) || channel.equals(channelId));
    }
  }

  /** A completed purchase of a subject. */
  public record Purchase(Subject subject, Instant at) {}

  /** A message that took one unit of the caps of its program and channel. */
  public record Send(String messageId, Instant at, String programId, String channel) {}

  public CustomerLedger {
    Require.text(customerId, "customer id");
    optOuts = List.copyOf(optOuts);
    purchases = List.copyOf(purchases);
    sends = List.copyOf(sends);
  }

  public static CustomerLedger empty(String customerId) {
    return new CustomerLedger(customerId, 0, List.of(), List.of(), List.of());
  }

  public boolean optedOut(String programId, String channel) {
    return !optOuts.isEmpty() && optOuts.stream().anyMatch(o -> o.covers(programId, channel));
  }

  /** When the subject was bought last, at or after a point in time. */
  public Optional<Instant> purchasedSince(Subject subject, Instant since) {
    if (purchases.isEmpty()) {
      return Optional.empty();
    }
    return purchases.stream()
        .filter(p -> p.subject().equals(subject) && !p.at().isBefore(since))
        .map(Purchase::at)
        .max(Instant::compareTo);
  }

  /** How many messages of a program and channel went out after {@code since}. */
  public int sendsAfter(Instant since, String programId, String channel) {
    int count = 0;
    for (Send send : sends) {
      if (send.at().isAfter(since)
          && send.programId().equals(programId)
          && send.channel().equals(channel)) {
        count++;
      }
    }
    return count;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CustomerLedger[version=" + version + "]";
  }
}
