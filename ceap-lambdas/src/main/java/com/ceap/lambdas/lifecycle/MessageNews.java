package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.Feedback;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes what providers say of messages. What closes a kind of channel is written to the ledger
 * whether or not the message is known, for it is about the customer. Thread-safe.
 */
record MessageNews(Stores stores, EventClock clock, LifecycleCounts counts) {
  /** How many characters of a provider's words are kept. */
  private static final int WORDS = 60;

  /**
   * Takes feedback.
   *
   * @return Later while whoever sends the message has not recorded it yet
   */
  Disposition take(Feedback feedback) {
    feedback.kind().closing().ifPresent(reason -> close(feedback, reason));
    Optional<Message> message = stores.messages().find(feedback.customerId(), feedback.messageId());
    if (message.isEmpty()) {
      return notRecorded(feedback);
    }
    boolean moved = new NewsOfMessage(stores.messages()).take(feedback, reason(feedback));
    counts.news(message.get(), feedback.kind(), moved);
    return Disposition.DONE;
  }

  private void close(Feedback feedback, String reason) {
    Suppression closed = new Suppression(feedback.channelType(), reason, feedback.at());
    boolean isNew =
        stores
            .ledgers()
            .update(
                feedback.customerId(),
                ledger ->
                    LedgerChange.of(
                        ledger.suppression(closed.channelType()).isEmpty()
                            && !ledger.forgot(closed.at()),
                        new LedgerEntry.Closed(closed)));
    if (isNew) {
      counts.closed();
    }
  }

  private Disposition notRecorded(Feedback feedback) {
    CustomerLedger ledger = stores.ledgers().find(feedback.customerId());
    Optional<Duration> wait =
        new UnsettledSends(ledger, List.of()).of(feedback.messageId(), clock.now());
    if (wait.isPresent()) {
      return new Disposition.Later(wait.get());
    }
    counts.unknownMessage();
    return Disposition.DONE;
  }

  /** Only failures have one. Whatever else a gateway wrote there is not kept. */
  private static Optional<String> reason(Feedback feedback) {
    return switch (feedback.kind()) {
      case BOUNCED_TRANSIENTLY, BOUNCED_PERMANENTLY, REJECTED, COMPLAINED ->
          Optional.of(feedback.detail().map(MessageNews::code).orElse(feedback.kind().name()));
      case ACCEPTED, DELIVERED, OPENED, CLICKED, OPTED_OUT -> Optional.empty();
    };
  }

  private static String code(String words) {
    String code = words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return code.substring(0, Math.min(WORDS, code.length()));
  }
}
