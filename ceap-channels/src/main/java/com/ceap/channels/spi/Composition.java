package com.ceap.channels.spi;

/** A composed message, or why there is none. */
public sealed interface Composition {
  /** Ready to be handed over. */
  record Composed(OutgoingMessage message) implements Composition {}

  /**
   * The customer cannot get it on this channel.
   *
   * @param reason upper-case, such as {@code NO_ADDRESS}, {@code ADDRESS_INVALID}, {@code TOO_LONG}
   * @param sentence for people, without personal data
   */
  record NotComposed(String reason, String sentence) implements Composition {}
}
