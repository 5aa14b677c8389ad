package com.ceap.channels.spi;

/** The configuration of a channel that comes to the customer, unlike one that the app asks. */
public interface PushedChannel {
  /** When its messages go out and to whom. */
  Sending sending();

  /** How many candidates one message of a campaign may be about, at least 1. */
  default int candidatesPerMessage() {
    return 1;
  }

  /** Whether its messages go to devices, so that a customer's need to be read for them. */
  default boolean toDevices() {
    return true;
  }
}
