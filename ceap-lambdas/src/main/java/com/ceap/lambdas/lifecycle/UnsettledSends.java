package com.ceap.lambdas.lifecycle;

import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Messages that were reserved and of which nobody has recorded how they ended: they are being
 * handed over, or whoever did it was interrupted and the sweeper will find out.
 */
record UnsettledSends(CustomerLedger ledger, List<Message> recorded) {
  /** How long after its lease a message is waited for; the sweeper takes minutes. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /**
   * When to look again, because a message that was reserved before the order may have led to it.
   */
  Optional<Duration> beforeOrder(Instant order, Instant now) {
    return wait(unsettled().filter(send -> !send.at().isAfter(order)), now);
  }

  /** When to look again for the record of one message. */
  Optional<Duration> of(String messageId, Instant now) {
    return wait(unsettled().filter(send -> send.messageId().equals(messageId)), now);
  }

  /** What was taken in from elsewhere was never reserved here and has no record. */
  private Stream<Send> unsettled() {
    return ledger.sends().stream()
        .filter(send -> !send.released() && send.reservation() > 0)
        .filter(send -> recorded.stream().noneMatch(m -> m.messageId().equals(send.messageId())));
  }

  private static Optional<Duration> wait(Stream<Send> unsettled, Instant now) {
    return unsettled
        .map(Send::leaseUntil)
        .filter(leaseUntil -> leaseUntil.plus(GRACE).isAfter(now))
        .max(Comparator.naturalOrder())
        .map(leaseUntil -> Duration.between(now, leaseUntil))
        .map(lease -> lease.compareTo(PAUSE) > 0 ? lease : PAUSE);
  }
}
