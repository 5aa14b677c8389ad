package com.ceap.channels.spi;

/**
 * Hands messages of one channel type to a provider, each at most once: an adapter never retries by
 * itself. Thread-safe.
 */
public interface ChannelAdapter {
  /** The channel type, such as {@code email}. */
  String type();

  /**
   * Hands a message over, once. Never throws for what the provider or the network does.
   *
   * @throws com.ceap.model.error.CeapException SENDER_MISSING where the environment names no
   *     sender, before anything is handed over
   */
  Handover send(OutgoingMessage message);
}
