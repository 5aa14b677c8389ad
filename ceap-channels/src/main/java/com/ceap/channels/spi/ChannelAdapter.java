package com.ceap.channels.spi;

import java.util.List;

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

  /** How many messages {@link #sendAll} takes to the provider in one call, at least 1. */
  default int together() {
    return 1;
  }

  /**
   * Hands messages over, each once; answers in their order. Messages are of one program.
   *
   * @throws com.ceap.model.error.CeapException SENDER_MISSING where the environment names no
   *     sender, before anything is handed over
   */
  default List<Handover> sendAll(List<? extends OutgoingMessage> messages) {
    return messages.stream().map(this::send).toList();
  }
}
