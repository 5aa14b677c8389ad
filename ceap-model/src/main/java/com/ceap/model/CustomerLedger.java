package com.ceap.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides whether a customer may be addressed now, in one item: opt-outs,
 * suppressions, exits, purchases, and what was sent. A customer nobody has written about has the
 * empty ledger of version 0.
 *
 * @param erasedAt when the customer was erased last; nothing from before then is taken any more
 */
public record CustomerLedger(
    String customerId,
    long version,
    List<OptOut> optOuts,
    List<Suppression> suppressions,
    List<Exit> exits,
    List<Purchase> purchases,
    List<Send> sends,
    Optional<Instant> erasedAt) {
  /** An opt-out that holds; {@link Consent#ALL} stands for every program or channel. */
  public record OptOut(String programId, String channel) {
    boolean covers(String program, String channelId) {
      return (programId.equals(Consent.ALL) || programId.equals(program))
          && (channel.equals(Consent.ALL) || channel.equals(channelId));
    }
  }

  /**
   * A kind of channel on which the customer cannot or must not be reached any more, whatever the
   * program: a hard bounce, a complaint, a STOP.
   *
   * @param channelType such as {@code email}
   * @param reason upper-case, such as {@code BOUNCED}
   */
  public record Suppression(String channelType, String reason, Instant at) {}

  /**
   * What ends a program's journeys: an order, an emptied cart.
   *
   * @param subject empty where every subject is meant that became known before {@code at}
   * @param event the event's detail-type
   */
  public record Exit(String programId, Optional<Subject> subject, String event, Instant at) {
    /** Whether it ends the journey that began at {@code since}. */
    public boolean covers(CandidateKey key, Instant since) {
      return programId.equals(key.programId())
          && subject.map(key.subject()::equals).orElseGet(() -> !at.isBefore(since));
    }
  }

  /** A completed purchase of a subject. */
  public record Purchase(Subject subject, Instant at) {}

  /**
   * A message that took one unit of the caps.
   *
   * @param leaseUntil until when whoever reserved it may be sending it; later, and without a record
   *     of its end, nobody knows whether it went out, and it is never sent again
   * @param released whether it surely did not go out and takes no unit any more; it is never sent
   *     again all the same
   * @param reservation the version of the ledger that it came in with, which tells it from any
   *     other reservation of the same message; 0 for one that was taken in from elsewhere
   */
  public record Send(
      String messageId,
      Instant at,
      String programId,
      String channel,
      String channelType,
      Instant leaseUntil,
      boolean released,
      long reservation) {
    /** A message that was not reserved here. */
    public Send(
        String messageId,
        Instant at,
        String programId,
        String channel,
        String channelType,
        Instant leaseUntil,
        boolean released) {
      this(messageId, at, programId, channel, channelType, leaseUntil, released, 0);
    }

    /** A message that went out some time ago. */
    public Send(String messageId, Instant at, String programId, String channel) {
      this(messageId, at, programId, channel, channel, at, false);
    }

    /** The same message, without its unit. */
    public Send release() {
      return new Send(
          messageId, at, programId, channel, channelType, leaseUntil, true, reservation);
    }
  }

  public CustomerLedger {
    Require.text(customerId, "customer id");
    optOuts = List.copyOf(optOuts);
    suppressions = List.copyOf(suppressions);
    exits = List.copyOf(exits);
    purchases = List.copyOf(purchases);
    sends = List.copyOf(sends);
  }

  /** The ledger of a customer who was never erased. */
  public CustomerLedger(
      String customerId,
      long version,
      List<OptOut> optOuts,
      List<Suppression> suppressions,
      List<Exit> exits,
      List<Purchase> purchases,
      List<Send> sends) {
    this(customerId, version, optOuts, suppressions, exits, purchases, sends, Optional.empty());
  }

  /** A ledger without suppressions and exits. */
  public CustomerLedger(
      String customerId,
      long version,
      List<OptOut> optOuts,
      List<Purchase> purchases,
      List<Send> sends) {
    this(customerId, version, optOuts, List.of(), List.of(), purchases, sends);
  }

  public static CustomerLedger empty(String customerId) {
    return new CustomerLedger(customerId, 0, List.of(), List.of(), List.of());
  }

  /** Whether what happened then was erased: it may not come back. */
  public boolean forgot(Instant happened) {
    return erasedAt.filter(at -> !happened.isAfter(at)).isPresent();
  }

  /** Whether the customer was erased and has not asked for anything since. */
  public boolean isForgotten() {
    return erasedAt.isPresent() && optedOut(Consent.ALL, Consent.ALL);
  }

  public boolean optedOut(String programId, String channel) {
    return !optOuts.isEmpty() && optOuts.stream().anyMatch(o -> o.covers(programId, channel));
  }

  /** Why a kind of channel is closed, where it is. */
  public Optional<Suppression> suppression(String channelType) {
    for (Suppression suppression : suppressions) {
      if (suppression.channelType().equals(channelType)) {
        return Optional.of(suppression);
      }
    }
    return Optional.empty();
  }

  /**
   * What ended a candidate's journey, where something did.
   *
   * @param since the candidate's event time
   */
  public Optional<Exit> exit(CandidateKey key, Instant since) {
    for (Exit exit : exits) {
      if (exit.covers(key, since)) {
        return Optional.of(exit);
      }
    }
    return Optional.empty();
  }

  public Optional<Send> send(String messageId) {
    return sends.stream().filter(send -> send.messageId().equals(messageId)).findFirst();
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

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CustomerLedger[version=" + version + "]";
  }
}
