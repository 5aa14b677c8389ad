package com.ceap.lambdas.channel;

import java.time.InstantSource;

/** What every delivery is made with. Thread-safe. */
record DeliveryTools(
    DeliveryPorts ports,
    DeliverySettings settings,
    InstantSource clock,
    DeliveryPlans plans,
    DeliveryChecks checks,
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
        records,
        new MessageSending(
            ports.stores().ledgers(),
            ports.stores().shadowLedgers(),
            records,
            clock,
            settings.lease()));
  }
}
