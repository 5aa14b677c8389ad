package com.ceap.channels.aws;

import com.ceap.channels.spi.Handover;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ConflictException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ValidationException;

/** What the refusals of SendTextMessage mean (its API reference: exceptions and their reasons). */
final class EndUserMessagingRefusals {
  static final String END_USER_MESSAGING = "End User Messaging";

  private static final String NUMBER = "DestinationPhoneNumber";

  private EndUserMessagingRefusals() {}

  static Handover of(AwsServiceException answer) {
    return switch (answer) {
      // Such as the month's spending limit.
      case ServiceQuotaExceededException forNow -> new Handover.Throttled(Provider.LONG);
      case ConflictException conflict ->
          refused(refusal(conflict), conflict, conflict.reasonAsString());
      case ValidationException invalid ->
          refused(refusal(invalid), invalid, invalid.reasonAsString());
      case ResourceNotFoundException missing ->
          refused(Refusal.SENDER_REFUSED, missing, missing.resourceTypeAsString());
      default -> Refusal.REQUEST_REFUSED.of(END_USER_MESSAGING, answer);
    };
  }

  private static Refusal refusal(ConflictException conflict) {
    return switch (conflict.reason()) {
      case DESTINATION_PHONE_NUMBER_OPTED_OUT -> Refusal.OPTED_OUT;
      case DESTINATION_PHONE_NUMBER_NOT_VERIFIED,
          DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION,
          DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE ->
          Refusal.ADDRESS_REFUSED;
      case null, default -> Refusal.SENDER_REFUSED;
    };
  }

  private static Refusal refusal(ValidationException invalid) {
    return switch (invalid.reason()) {
      case DESTINATION_COUNTRY_BLOCKED -> Refusal.ADDRESS_REFUSED;
      case COUNTRY_CODE_MISMATCH,
          INTERNATIONAL_SENDING_NOT_SUPPORTED,
          INVALID_IDENTITY_FOR_DESTINATION_COUNTRY,
          SENDER_ID_NOT_REGISTERED,
          SENDER_ID_NOT_SUPPORTED,
          SENDER_ID_REQUIRES_REGISTRATION ->
          Refusal.SENDER_REFUSED;
      case MAXIMUM_SIZE_EXCEEDED, PRICE_OVER_THRESHOLD -> Refusal.CONTENT_REFUSED;
      case null, default ->
          invalid.fields().stream().anyMatch(field -> NUMBER.equals(field.name()))
              ? Refusal.ADDRESS_REFUSED
              : Refusal.REQUEST_REFUSED;
    };
  }

  private static Handover refused(Refusal refusal, AwsServiceException answer, String detail) {
    return refusal.because(
        "%s answered with %s (%s)"
            .formatted(
                END_USER_MESSAGING,
                Provider.what(answer),
                detail == null ? "no reason given" : detail));
  }
}
