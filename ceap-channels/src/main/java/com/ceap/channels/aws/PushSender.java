package com.ceap.channels.aws;

/**
 * How an environment sends push notifications.
 *
 * @param applicationId the application (project) of End User Messaging Push that holds the
 *     credentials for APNs and FCM
 * @param sandbox whether devices of Apple belong to a development build
 */
public record PushSender(String applicationId, boolean sandbox) {
  public PushSender {
    if (!applicationId.matches("[A-Za-z0-9]{1,64}")) {
      throw new IllegalArgumentException(
          "applicationId must be the letters and digits of an application's id, was '%s'"
              .formatted(applicationId));
    }
  }
}
