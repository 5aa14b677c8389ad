package com.ceap.channels.aws;

import com.ceap.channels.spi.Handover;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.pinpoint.model.NotFoundException;
import software.amazon.awssdk.services.pinpoint.model.PayloadTooLargeException;

/** What it means when SendMessages refuses a whole request (its API reference). */
final class PushRefusals {
  static final String END_USER_MESSAGING_PUSH = "End User Messaging Push";

  private PushRefusals() {}

  static Handover of(AwsServiceException answer) {
    Refusal refusal =
        switch (answer) {
          case NotFoundException application -> Refusal.SENDER_REFUSED;
          case PayloadTooLargeException content -> Refusal.CONTENT_REFUSED;
          default -> Refusal.REQUEST_REFUSED;
        };
    return refusal.of(END_USER_MESSAGING_PUSH, answer);
  }
}
