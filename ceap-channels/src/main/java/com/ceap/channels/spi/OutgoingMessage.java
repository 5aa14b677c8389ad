package com.ceap.channels.spi;

/**
 * A message as its recipient will see it, ready to be handed over. What it holds is personal and
 * belongs in no log.
 */
public interface OutgoingMessage {
  /** The id by which the provider's feedback is matched; part of the message's tags. */
  String messageId();

  /** Whose message it is; feedback finds the customer's ledger by it. */
  String customerId();

  /** The program that sends it, for tags and rates. */
  String programId();
}
