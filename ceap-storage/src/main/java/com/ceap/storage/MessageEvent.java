package com.ceap.storage;

/** What is reported of a message, besides its state. */
public enum MessageEvent {
  DELIVERED,
  /** Its images were loaded, by whom its time and the message's tell. */
  OPENED,
  /** Its images were loaded by a program that says it is one. */
  OPENED_BY_MACHINE,
  /** One of its links was followed by a program that says it is one. */
  SCANNED,
  BOUNCED,
  COMPLAINED,
  /** Its way out was used, or it was answered with STOP. */
  UNSUBSCRIBED
}
