package com.ceap.lambdas.channel;

/** Why the platform turned a message away; composers have reasons of their own besides. */
public enum SuppressReason {
  /** The candidate was never stored or has expired; ends the journey. */
  CANDIDATE_GONE,
  /** An event has ended the journey. */
  EXITED,
  /** The customer does not want it; ends the journey where no channel of the program is left. */
  OPTED_OUT,
  /** The kind of channel is closed for the customer: a bounce, a complaint, a STOP. */
  CHANNEL_SUPPRESSED,
  /** A cap's window is full. */
  FREQUENCY_CAP_REACHED,
  /** A purchase is counted for the candidate, and the channel is for those without one. */
  CONVERTED,
  /** Everything that a campaign's message was to show has been bought since. */
  PURCHASED,
  /** The customer has dismissed what a campaign's message was to show. */
  DISMISSED,
  /** The customer has made use of what a campaign's message was to show. */
  CONSUMED,
  /** Every product of a campaign's message is out of stock or no longer sold. */
  PRODUCT_GONE,
  /** The newest version of the program is switched off, or there is none. */
  PROGRAM_DISABLED,
  /** The newest version of the program has switched the channel off, or has none such. */
  CHANNEL_DISABLED,
  /** Its time lies further back than the program allows, or would by the end of quiet hours. */
  TOO_LATE,
  /** No profile of the customer is known. */
  CUSTOMER_UNKNOWN,
  /** The customer's account is not active. */
  CUSTOMER_INACTIVE,
  /** It was handed over before, and surely not taken. */
  FAILED_BEFORE
}
