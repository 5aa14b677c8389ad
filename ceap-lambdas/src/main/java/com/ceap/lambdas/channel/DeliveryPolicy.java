package com.ceap.lambdas.channel;

import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.SendCap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What decides about one message, besides the customer's ledger.
 *
 * @param topics what it is about, at least one; all of one program
 * @param channel the channel's id in its program
 * @param lease how long handing it over may take at most
 */
record DeliveryPolicy(
    List<Topic> topics,
    String messageId,
    String channel,
    String channelType,
    List<SendCap> caps,
    Duration lease) {
  DeliveryPolicy {
    topics = List.copyOf(topics);
    caps = List.copyOf(caps);
  }

  private String programId() {
    return topics.getFirst().key().programId();
  }

  /** Decides; nothing but the arguments counts. */
  Decision decide(CustomerLedger ledger, Instant now) {
    Optional<Decision.Not> not =
        standing(ledger, now)
            .or(() -> against(ledger, now).map(Decision.Suppress::new))
            .or(() -> outdated(ledger));
    return not.isPresent() ? not.get() : new Decision.Reserve(send(ledger, now));
  }

  /** What the message's own entry says; it stands, whatever else became known since. */
  Optional<Decision.Not> standing(CustomerLedger ledger, Instant now) {
    return ledger.send(messageId).map(send -> standing(send, now));
  }

  private static Decision.Not standing(Send send, Instant now) {
    if (send.released()) {
      return new Decision.Suppress(SuppressReason.FAILED_BEFORE);
    }
    return now.isBefore(send.leaseUntil())
        ? new Decision.AlreadyReserved(send.leaseUntil())
        : new Decision.LeaseOver();
  }

  /** What ends all that it is about, where something does. */
  Optional<SuppressReason> end(CustomerLedger ledger) {
    List<SuppressReason> ends = ends(ledger);
    if (ends.size() == topics.size()) {
      return Optional.of(ends.getFirst());
    }
    return ledger.optedOut(programId(), Consent.ALL)
        ? Optional.of(SuppressReason.OPTED_OUT)
        : Optional.empty();
  }

  private List<SuppressReason> ends(CustomerLedger ledger) {
    return topics.stream().flatMap(topic -> topic.end(ledger).stream()).toList();
  }

  private Optional<Decision.Not> outdated(CustomerLedger ledger) {
    return ends(ledger).isEmpty() ? Optional.empty() : Optional.of(new Decision.Outdated());
  }

  private Optional<SuppressReason> against(CustomerLedger ledger, Instant now) {
    Optional<SuppressReason> end = end(ledger);
    if (end.isPresent()) {
      return end;
    }
    if (ledger.optedOut(programId(), channel) || ledger.optedOut(programId(), channelType)) {
      return Optional.of(SuppressReason.OPTED_OUT);
    }
    if (ledger.suppression(channelType).isPresent()) {
      return Optional.of(SuppressReason.CHANNEL_SUPPRESSED);
    }
    return caps.stream().anyMatch(cap -> concerns(cap) && isFull(cap, ledger, now))
        ? Optional.of(SuppressReason.FREQUENCY_CAP_REACHED)
        : Optional.empty();
  }

  /** A program's own caps always concern it, even one that counts other programs' messages only. */
  private boolean concerns(SendCap cap) {
    return cap.channels().isEmpty()
        || cap.channels().contains(channel)
        || cap.channels().contains(channelType);
  }

  private static boolean isFull(SendCap cap, CustomerLedger ledger, Instant now) {
    return cap.taken(ledger, now) >= cap.max();
  }

  private Send send(CustomerLedger ledger, Instant now) {
    return new Send(
        messageId,
        now,
        programId(),
        channel,
        channelType,
        now.plus(lease),
        false,
        ledger.version() + 1);
  }
}
