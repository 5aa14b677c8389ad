package com.ceap.storage;

import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A message that the customer may have got.
 *
 * @param at when it was reserved: its own time moves with each feedback
 */
public record SentMessage(Message message, Instant at) {
  /** Later ones last; of one moment in an order that never changes. */
  public static final Comparator<SentMessage> BY_TIME =
      Comparator.comparing(SentMessage::at)
          .thenComparingInt(sent -> sent.message().touch())
          .thenComparing(sent -> sent.message().messageId());

  /** Those of a customer, the earliest first. */
  public static List<SentMessage> of(List<Message> messages, CustomerLedger ledger) {
    return messages.stream()
        .filter(message -> message.state().wentOut())
        .map(message -> new SentMessage(message, time(message, ledger)))
        .sorted(BY_TIME)
        .toList();
  }

  private static Instant time(Message message, CustomerLedger ledger) {
    return ledger.send(message.messageId()).map(Send::at).orElse(message.at());
  }
}
