package com.ceap.lambdas.channel;

import com.ceap.model.CustomerLedger;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.MessageRepository;
import com.ceap.storage.table.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records how messages end. */
record MessageRecords(MessageRepository messages, InstantSource clock, Duration life) {
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
      case KNOWN -> new DeliveryResult.Known(Optional.empty());
      case FORGOTTEN -> new DeliveryResult.Forgotten();
      case OVERTAKEN -> new DeliveryResult.Overtaken();
    };
  }

  DeliveryResult unknown(MessagePlan plan, String reason) {
    Message message = unknownOf(plan, reason);
    return result(message, messages.record(message, expires(message)));
  }

  /** The record of a message of which nobody knows whether it went out. */
  Message unknownOf(MessagePlan plan, String reason) {
    return message(plan, MessageState.UNKNOWN, Optional.of(reason));
  }

  /** The record of a message that has gone out. */
  Message sentOf(MessagePlan plan, String providerId) {
    return message(plan, MessageState.SENT, Optional.empty(), Optional.of(providerId));
  }

  /** Records what has gone out, or may have; in their order. */
  List<Attempt<DeliveryResult>> recordAll(List<Message> ended) {
    List<Attempt<Boolean>> recorded = messages.recordAll(ended, this::expires);
    List<Attempt<DeliveryResult>> results = new ArrayList<>(ended.size());
    for (int i = 0; i < ended.size(); i++) {
      Message message = ended.get(i);
      results.add(recorded.get(i).map(first -> result(message, first)));
    }
    return results;
  }

  /** Together with what it means for the ledger. */
  DeliveryResult failed(MessagePlan plan, String reason, List<LedgerEntry> entries) {
    Message message = message(plan, MessageState.FAILED, Optional.of(reason));
    return result(message, messages.record(message, expires(message), entries));
  }

  private static DeliveryResult result(Message message, boolean recorded) {
    return recorded
        ? new DeliveryResult.Recorded(message)
        : new DeliveryResult.Known(Optional.empty());
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
