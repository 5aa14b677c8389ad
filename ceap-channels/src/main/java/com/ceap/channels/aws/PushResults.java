package com.ceap.channels.aws;

import com.ceap.channels.spi.Handover;
import com.ceap.model.Device;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.pinpoint.model.DeliveryStatus;
import software.amazon.awssdk.services.pinpoint.model.MessageResponse;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;

/** What became of a message on each device ("MessageResult" in Pinpoint's API reference). */
record PushResults(MessageResponse response) {
  /** The codes by which APNs and FCM say that an app is gone from a device. */
  private static final Pattern GONE =
      Pattern.compile(
          "\\b(UNREGISTERED|NotRegistered|ExpiredToken|Unregistered(?! or expired))\\b");

  /** Our own set-up: it fails every token alike, and none of them is to be removed for it. */
  private static final Pattern MISCONFIGURED =
      Pattern.compile("\\b(DeviceTokenNotForTopic|BadDeviceToken|BadTopic|SENDER_ID_MISMATCH)\\b");

  private static final int HTTP_GONE = 410;

  /** What a message means as a whole; it went out as soon as one device may have it. */
  Handover handover(List<Device> devices) {
    for (Device device : devices) {
      if (status(device) == DeliveryStatus.SUCCESSFUL) {
        return new Handover.Accepted(providerId(device));
      }
    }
    List<DeliveryStatus> statuses = devices.stream().map(this::status).toList();
    if (!statuses.stream().allMatch(PushResults::definite)) {
      return new Handover.Unclear(sentence("left open which devices have the message"));
    }
    if (statuses.contains(DeliveryStatus.OPT_OUT)) {
      return Refusal.OPTED_OUT.because(sentence("holds an opt-out"));
    }
    return statuses.contains(DeliveryStatus.THROTTLED)
        ? new Handover.Throttled(Provider.SOON)
        : Refusal.ADDRESS_REFUSED.because(
            sentence("reached none of %d devices".formatted(devices.size())));
  }

  /** Whether a device surely has no message; after a temporary failure it may. */
  private static boolean definite(DeliveryStatus status) {
    return switch (status) {
      case THROTTLED, PERMANENT_FAILURE, OPT_OUT -> true;
      case SUCCESSFUL, DUPLICATE, TEMPORARY_FAILURE, UNKNOWN_FAILURE, UNKNOWN_TO_SDK_VERSION ->
          false;
    };
  }

  /** The devices that no message will reach again. */
  List<Device> gone(List<Device> devices) {
    return devices.stream().filter(this::isGone).toList();
  }

  private boolean isGone(Device device) {
    if (status(device) != DeliveryStatus.PERMANENT_FAILURE) {
      return false;
    }
    MessageResult result = result(device).orElseThrow();
    String text = String.valueOf(result.statusMessage());
    boolean told =
        Integer.valueOf(HTTP_GONE).equals(result.statusCode()) || GONE.matcher(text).find();
    return told && !MISCONFIGURED.matcher(text).find();
  }

  private DeliveryStatus status(Device device) {
    return result(device)
        .map(MessageResult::deliveryStatus)
        .orElse(DeliveryStatus.UNKNOWN_TO_SDK_VERSION);
  }

  private String providerId(Device device) {
    return result(device)
        .map(MessageResult::messageId)
        .or(() -> Optional.ofNullable(response.requestId()))
        .orElse("");
  }

  private Optional<MessageResult> result(Device device) {
    return Optional.ofNullable(response)
        .filter(MessageResponse::hasResult)
        .map(answer -> answer.result().get(device.token()));
  }

  private static String sentence(String what) {
    return PushRefusals.END_USER_MESSAGING_PUSH + " " + what;
  }
}
