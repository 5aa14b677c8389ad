package com.ceap.channels.spi;

/** Makes messages of one channel of one program. Thread-safe; same content, same message. */
@FunctionalInterface
public interface MessageComposer {
  /**
   * Composes a message.
   *
   * @throws com.ceap.model.error.CeapException TEMPLATE_INVALID
   */
  Composition compose(MessageContent content);
}
