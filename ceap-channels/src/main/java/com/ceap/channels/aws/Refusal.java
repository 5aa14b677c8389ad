package com.ceap.channels.aws;

import com.ceap.channels.spi.Handover;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Why a provider will never take a message. */
enum Refusal {
  /** The address is malformed, in a country that is blocked, or unverified in a sandbox. */
  ADDRESS_REFUSED(false),
  /** The provider holds a hard bounce or a complaint. */
  ADDRESS_SUPPRESSED(true),
  /** The provider holds the customer's own word. */
  OPTED_OUT(true),
  /** What the message says, or how much of it there is. */
  CONTENT_REFUSED(false),
  /** The account, the sender's address or number, or what belongs to it. */
  SENDER_REFUSED(false),
  /** Anything else about the request. */
  REQUEST_REFUSED(false);

  private final boolean closesChannel;

  Refusal(boolean closesChannel) {
    this.closesChannel = closesChannel;
  }

  /**
   * The refusal that an answer stands for.
   *
   * @param provider its name
   */
  Handover of(String provider, AwsServiceException answer) {
    return because("%s answered with %s".formatted(provider, Provider.what(answer)));
  }

  /**
   * @param sentence without personal data
   */
  Handover because(String sentence) {
    return new Handover.Refused(name(), sentence, closesChannel);
  }
}
