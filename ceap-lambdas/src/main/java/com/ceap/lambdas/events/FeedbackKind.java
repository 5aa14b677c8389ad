package com.ceap.lambdas.events;

import com.ceap.model.MessageState;
import java.util.Optional;

/** What feedback says, what it makes of the message, and whether it closes the kind of channel. */
public enum FeedbackKind {
  /** The provider has it. */
  ACCEPTED(MessageState.SENT),
  DELIVERED(MessageState.DELIVERED),
  OPENED(MessageState.OPENED),
  CLICKED(MessageState.CLICKED),
  /** It did not arrive this time: a full mailbox, a phone that is off. */
  BOUNCED_TRANSIENTLY(MessageState.BOUNCED),
  /** There is no such address. */
  BOUNCED_PERMANENTLY(MessageState.BOUNCED, "BOUNCED"),
  /** The provider or the network refused it for what it is, not for where it goes. */
  REJECTED(MessageState.BOUNCED),
  /** The customer reported it as unwanted. */
  COMPLAINED(MessageState.COMPLAINED, "COMPLAINED"),
  /** The customer answered STOP, which proves that it arrived. */
  OPTED_OUT(MessageState.DELIVERED, "STOPPED");

  private final MessageState state;
  private final Optional<String> closing;

  FeedbackKind(MessageState state) {
    this.state = state;
    this.closing = Optional.empty();
  }

  FeedbackKind(MessageState state, String closing) {
    this.state = state;
    this.closing = Optional.of(closing);
  }

  /** What becomes of the message, unless more is known already. */
  public MessageState state() {
    return state;
  }

  /** The reason for which nothing goes out to the customer on this kind of channel any more. */
  public Optional<String> closing() {
    return closing;
  }
}
