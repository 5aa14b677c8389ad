package com.ceap.lambdas.channel;

import com.ceap.model.CustomerLedger;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.MessageRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Records how messages end. */
record MessageRecords(MessageRepository messages, InstantSource clock, Duration life) {
  boolean isKnown(MessagePlan plan) {
    return messages.find(plan.customerId(), plan.messageId()).isPresent();
  }

  /** Turns a message away, for what is said on this ledger or beside it. */
  DeliveryResult suppressed(MessagePlan plan, CustomerLedger ledger, String reason) {
    return verdict(message(plan, MessageState.SUPPRESSED, Optional.of(reason)), ledger);
  }

  DeliveryResult suppressed(MessagePlan plan, CustomerLedger ledger, SuppressReason reason) {
    return suppressed(plan, ledger, reason.name());
  }

  DeliveryResult shadowed(MessagePlan plan, CustomerLedger ledger) {
    return verdict(message(plan, MessageState.SHADOWED, Optional.empty()), ledger);
  }

  private DeliveryResult verdict(Message message, CustomerLedger ledger) {
    return switch (messages.recordVerdict(message, expires(message), ledger)) {
      case RECORDED -> new DeliveryResult.Recorded(message);
      case KNOWN, FORGOTTEN -> new DeliveryResult.Known();
      case OVERTAKEN -> new DeliveryResult.Overtaken();
    };
  }

  DeliveryResult unknown(MessagePlan plan, String reason) {
    return record(message(plan, MessageState.UNKNOWN, Optional.of(reason)));
  }

  DeliveryResult sent(MessagePlan plan, String providerId) {
    return record(message(plan, MessageState.SENT, Optional.empty(), Optional.of(providerId)));
  }

  /** Together with what it means for the ledger. */
  DeliveryResult failed(MessagePlan plan, String reason, List<LedgerEntry> entries) {
    Message message = message(plan, MessageState.FAILED, Optional.of(reason));
    return result(message, messages.record(message, expires(message), entries));
  }

  private DeliveryResult record(Message message) {
    return result(message, messages.record(message, expires(message)));
  }

  private static DeliveryResult result(Message message, boolean recorded) {
    return recorded ? new DeliveryResult.Recorded(message) : new DeliveryResult.Known();
  }

  private Instant expires(Message message) {
    return message.at().plus(life);
  }

  private Message message(MessagePlan plan, MessageState state, Optional<String> reason) {
    return message(plan, state, reason, Optional.empty());
  }

  private Message message(
      MessagePlan plan, MessageState state, Optional<String> reason, Optional<String> providerId) {
    return new Message(
        plan.messageId(),
        plan.key(),
        plan.channel(),
        plan.channelType(),
        plan.touch(),
        state,
        reason,
        clock.instant(),
        providerId,
        plan.programVersion());
  }
}
