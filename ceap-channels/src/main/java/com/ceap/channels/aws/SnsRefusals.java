package com.ceap.channels.aws;

import com.ceap.channels.spi.Handover;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.OptedOutException;

/** What the refusals of Publish mean ("Publish" in the SNS API reference). */
final class SnsRefusals {
  static final String SNS = "SNS";

  private SnsRefusals() {}

  static Handover of(AwsServiceException answer) {
    return switch (answer) {
      case OptedOutException optedOut -> Refusal.OPTED_OUT.of(SNS, optedOut);
      case InvalidParameterException invalid -> refusal(invalid).of(SNS, invalid);
      default -> Refusal.REQUEST_REFUSED.of(SNS, answer);
    };
  }

  /** The text says which parameter: "Invalid parameter: PhoneNumber Reason: …". */
  private static Refusal refusal(InvalidParameterException invalid) {
    String text = String.valueOf(invalid.awsErrorDetails().errorMessage());
    return text.contains("PhoneNumber") ? Refusal.ADDRESS_REFUSED : Refusal.REQUEST_REFUSED;
  }
}
