package com.ceap.lambdas.channel;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.Message;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.LedgerRepository;
import com.ceap.storage.table.Attempt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Hands reserved messages over, each once, and records how that ended. */
record HandingOver(LedgerRepository ledgers, MessageRecords records, InstantSource clock) {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  /**
   * Takes messages to their provider together.
   *
   * @param results where it is put how each has ended, at its place
   * @throws CeapException SENDER_MISSING and CHANNEL_UNAVAILABLE where nothing was handed over, and
   *     nothing is reserved any more; where the store fails, once the rest is recorded
   */
  void all(List<Reserved> reserved, ChannelAdapter adapter, DeliveryResult[] results) {
    List<Handover> answers;
    try {
      answers = adapter.sendAll(reserved.stream().map(one -> one.ready().message()).toList());
    } catch (CeapException e) {
      failed(reserved, e, results);
      return;
    } catch (RuntimeException _) {
      unknown(reserved, ErrorCode.DEFECT, results);
      return;
    }
    answered(reserved, answers, results);
  }

  private void answered(List<Reserved> reserved, List<Handover> answers, DeliveryResult[] results) {
    FirstFailure failure = new FirstFailure();
    List<Reserved> gone = new ArrayList<>();
    List<Message> outcomes = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Reserved one = reserved.get(i);
      switch (answers.get(i)) {
        case Handover.Accepted(String providerId) -> {
          gone.add(one);
          outcomes.add(records.sentOf(one.plan(), providerId));
        }
        case Handover.Unclear _ -> {
          gone.add(one);
          outcomes.add(records.unknownOf(one.plan(), "UNCLEAR"));
        }
        case Handover.Refused refused ->
            failure.run(() -> results[one.place()] = refused(one.plan(), refused));
        case Handover.Throttled(Duration after) ->
            failure.run(() -> results[one.place()] = throttled(one, after));
      }
    }
    failure.run(() -> record(gone, outcomes, results));
    failure.rethrow();
  }

  /** With one call to the store. */
  private void record(List<Reserved> gone, List<Message> outcomes, DeliveryResult[] results) {
    if (outcomes.isEmpty()) {
      return;
    }
    FirstFailure failure = new FirstFailure();
    List<Attempt<DeliveryResult>> recorded = records.recordAll(outcomes);
    for (int i = 0; i < recorded.size(); i++) {
      int place = gone.get(i).place();
      switch (recorded.get(i)) {
        case Attempt.Answered<DeliveryResult>(DeliveryResult result) -> results[place] = result;
        case Attempt.Failed<DeliveryResult>(CeapException why) -> failure.add(why);
      }
    }
    failure.rethrow();
  }

  private void failed(List<Reserved> reserved, CeapException why, DeliveryResult[] results) {
    if (!isBeforeHandOver(why.code())) {
      unknown(reserved, why.code(), results);
      return;
    }
    FirstFailure failure = new FirstFailure();
    reserved.forEach(one -> failure.run(() -> withdraw(one)));
    failure.rethrow();
    throw why;
  }

  private static boolean isBeforeHandOver(ErrorCode code) {
    return code == ErrorCode.SENDER_MISSING || code == ErrorCode.CHANNEL_UNAVAILABLE;
  }

  private void unknown(List<Reserved> reserved, ErrorCode why, DeliveryResult[] results) {
    List<Message> outcomes =
        reserved.stream().map(one -> records.unknownOf(one.plan(), why.name())).toList();
    record(reserved, outcomes, results);
  }

  private DeliveryResult refused(MessagePlan plan, Handover.Refused refused) {
    List<LedgerEntry> entries = new ArrayList<>();
    entries.add(new LedgerEntry.Released(plan.messageId()));
    if (refused.closesChannel()) {
      entries.add(
          new LedgerEntry.Closed(
              new Suppression(plan.channelType(), refused.reason(), clock.instant())));
    }
    return records.failed(plan, refused.reason(), entries);
  }

  private DeliveryResult throttled(Reserved one, Duration after) {
    withdraw(one);
    return waits(Waiting.THROTTLED, after);
  }

  /** The one case in which the same message may be reserved anew. */
  private void withdraw(Reserved one) {
    Send send = one.send();
    LedgerEntry withdrawn = new LedgerEntry.Withdrawn(send.messageId(), send.reservation());
    ledgers.update(one.plan().customerId(), _ -> LedgerChange.of(send, withdrawn));
  }

  static DeliveryResult waits(Waiting why, Duration after) {
    return new DeliveryResult.Waits(
        why, after.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : after);
  }
}
