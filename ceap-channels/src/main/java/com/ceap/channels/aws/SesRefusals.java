package com.ceap.channels.aws;

import com.ceap.channels.spi.Handover;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;

/**
 * What the refusals of SES mean ("SendEmail" in its API reference, "sending errors" in its guide).
 */
final class SesRefusals {
  static final String SES = "SES";

  private static final Pattern SUPPRESSED =
      Pattern.compile("suppress|blacklist", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNVERIFIED =
      Pattern.compile("not verified", Pattern.CASE_INSENSITIVE);

  private SesRefusals() {}

  static Handover of(AwsServiceException answer) {
    return switch (answer) {
      case SendingPausedException forNow -> new Handover.Throttled(Provider.LONG);
      case LimitExceededException forNow -> new Handover.Throttled(Provider.LONG);
      case MessageRejectedException rejected -> rejection(rejected).of(SES, rejected);
      case MailFromDomainNotVerifiedException sender -> Refusal.SENDER_REFUSED.of(SES, sender);
      case AccountSuspendedException sender -> Refusal.SENDER_REFUSED.of(SES, sender);
      case NotFoundException sender -> Refusal.SENDER_REFUSED.of(SES, sender);
      default -> Refusal.REQUEST_REFUSED.of(SES, answer);
    };
  }

  /** SES has one exception for all of these and tells them apart by its text alone. */
  private static Refusal rejection(MessageRejectedException rejected) {
    return rejection(rejected.awsErrorDetails().errorMessage());
  }

  /** What the text of a rejection means. */
  static Refusal rejection(String said) {
    String text = String.valueOf(said);
    if (SUPPRESSED.matcher(text).find()) {
      return Refusal.ADDRESS_SUPPRESSED;
    }
    return UNVERIFIED.matcher(text).find() ? Refusal.SENDER_REFUSED : Refusal.CONTENT_REFUSED;
  }
}
