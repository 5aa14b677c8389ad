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

/** Records how touches end. */
record MessageRecords(MessageRepository messages, InstantSource clock, Duration life) {
  boolean isKnown(DeliveryPlan plan) {
    return messages.find(plan.customerId(), plan.messageId()).isPresent();
  }

  /** Turns a message away, for what is said on this ledger or beside it. */
  TouchResult suppressed(DeliveryPlan plan, CustomerLedger ledger, String reason) {
    return verdict(message(plan, MessageState.SUPPRESSED, Optional.of(reason)), ledger);
  }

  TouchResult suppressed(DeliveryPlan plan, CustomerLedger ledger, SuppressReason reason) {
    return suppressed(plan, ledger, reason.name());
  }

  TouchResult shadowed(DeliveryPlan plan, CustomerLedger ledger) {
    return verdict(message(plan, MessageState.SHADOWED, Optional.empty()), ledger);
  }

  private TouchResult verdict(Message message, CustomerLedger ledger) {
    return switch (messages.recordVerdict(message, expires(message), ledger)) {
      case RECORDED -> new TouchResult.Recorded(message);
      case KNOWN -> new TouchResult.Known();
      case OVERTAKEN -> new TouchResult.Overtaken();
    };
  }

  TouchResult unknown(DeliveryPlan plan, String reason) {
    return record(message(plan, MessageState.UNKNOWN, Optional.of(reason)));
  }

  TouchResult sent(DeliveryPlan plan, String providerId) {
    return record(message(plan, MessageState.SENT, Optional.empty(), Optional.of(providerId)));
  }

  /** Together with what it means for the ledger. */
  TouchResult failed(DeliveryPlan plan, String reason, List<LedgerEntry> entries) {
    Message message = message(plan, MessageState.FAILED, Optional.of(reason));
    return result(message, messages.record(message, expires(message), entries));
  }

  private TouchResult record(Message message) {
    return result(message, messages.record(message, expires(message)));
  }

  private static TouchResult result(Message message, boolean recorded) {
    return recorded ? new TouchResult.Recorded(message) : new TouchResult.Known();
  }

  private Instant expires(Message message) {
    return message.at().plus(life);
  }

  private Message message(DeliveryPlan plan, MessageState state, Optional<String> reason) {
    return message(plan, state, reason, Optional.empty());
  }

  private Message message(
      DeliveryPlan plan, MessageState state, Optional<String> reason, Optional<String> providerId) {
    return new Message(
        plan.messageId(),
        plan.due().key(),
        plan.channel(),
        plan.channelType(),
        plan.touch().number(),
        state,
        reason,
        clock.instant(),
        providerId,
        plan.due().programVersion());
  }
}
