package com.ceap.lambdas.channel;

import com.ceap.storage.DeliveryState;
import java.time.InstantSource;
import java.util.Optional;

/** What every delivery is made with. Thread-safe. */
record DeliveryTools(
    DeliveryPorts ports,
    DeliverySettings settings,
    InstantSource clock,
    DeliveryPlans plans,
    DeliveryChecks checks,
    Contents contents,
    MessageRecords records,
    MessageSending sending) {
  static DeliveryTools of(DeliveryPorts ports, DeliverySettings settings, InstantSource clock) {
    MessageRecords records =
        new MessageRecords(ports.stores().messages(), clock, settings.messageLife());
    return new DeliveryTools(
        ports,
        settings,
        clock,
        new DeliveryPlans(ports.programs(), ports.caps()),
        new DeliveryChecks(ports.stores().rates()),
        new Contents(ports.stores().products(), ports.offerCodes(), settings.offerLife()),
        records,
        new MessageSending(
            ports.stores().ledgers(),
            ports.stores().shadowLedgers(),
            records,
            new HandingOver(ports.stores().ledgers(), records, clock),
            clock,
            settings.lease()));
  }

  /** What an earlier delivery of the same message has left behind. */
  Optional<DeliveryResult> standing(MessagePlan plan, DeliveryState state) {
    return state.message().isPresent()
        ? Optional.of(new DeliveryResult.Known(state.message()))
        : sending.standing(plan, state.ledger());
  }
}
