package com.ceap.channels.spi;

import com.ceap.model.Device;
import java.util.List;

/**
 * A push notification to every device of a customer.
 *
 * @param link what opens when it is tapped
 */
public record PushMessage(
    String messageId,
    String customerId,
    String programId,
    List<Device> devices,
    String title,
    String body,
    String link)
    implements OutgoingMessage {
  public PushMessage {
    devices = List.copyOf(devices);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "PushMessage[" + messageId + "]";
  }
}
