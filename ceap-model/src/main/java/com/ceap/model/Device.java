package com.ceap.model;

/**
 * A device that push messages reach.
 *
 * @param platform {@code ios}, {@code android} or {@code web}
 */
public record Device(String customerId, String token, String platform) {
  public Device {
    Require.text(customerId, "customer id");
    Require.text(token, "device token");
    Require.text(platform, "device platform");
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Device[" + platform + "]";
  }
}
