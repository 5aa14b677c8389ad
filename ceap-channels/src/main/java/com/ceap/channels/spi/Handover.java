package com.ceap.channels.spi;

import java.time.Duration;

/** What a provider said of a message. Whatever it did not say clearly is {@link Unclear}. */
public sealed interface Handover {
  /** The provider took it. */
  record Accepted(String providerId) implements Handover {}

  /**
   * The provider surely did not take it and never will.
   *
   * @param reason upper-case, such as {@code ADDRESS_REFUSED}
   * @param sentence for people, without personal data
   * @param closesChannel whether the customer must not be addressed on this kind of channel any
   *     more: the provider holds an opt-out, a complaint or a hard bounce
   */
  record Refused(String reason, String sentence, boolean closesChannel) implements Handover {}

  /** The provider surely did not take it for now: too many at once, or it cannot be reached. */
  record Throttled(Duration after) implements Handover {}

  /** Nobody knows: a timeout, a lost connection, a server error. */
  record Unclear(String sentence) implements Handover {}
}
