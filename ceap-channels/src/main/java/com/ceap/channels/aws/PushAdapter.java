package com.ceap.channels.aws;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.GoneDevices;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageTags;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.model.Device;
import com.ceap.model.error.CeapException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpoint.PinpointClientBuilder;
import software.amazon.awssdk.services.pinpoint.model.SendMessagesRequest;

/**
 * Hands push notifications to End User Messaging Push (SendMessages of Pinpoint's API), addressed
 * by device tokens alone. A message counts as handed over once one device has it. Thread-safe.
 */
public final class PushAdapter implements ChannelAdapter {
  private final PinpointClient client;
  private final PushSender sender;
  private final GoneDevices gone;
  private final Provider provider =
      new Provider(PushRefusals.END_USER_MESSAGING_PUSH, PushRefusals::of);

  private PushAdapter(PinpointClient client, PushSender sender, GoneDevices gone) {
    this.client = client;
    this.sender = sender;
    this.gone = gone;
  }

  /**
   * An adapter on a client of its own, set up to send once.
   *
   * @param gone learns of the devices that no message reaches any more
   * @param timeout for one message
   */
  public static PushAdapter of(
      PinpointClientBuilder builder, PushSender sender, GoneDevices gone, Duration timeout) {
    return new PushAdapter(SingleAttempt.client(builder, timeout), sender, gone);
  }

  @Override
  public String type() {
    return "push";
  }

  @Override
  public Handover send(OutgoingMessage message) {
    PushMessage push = (PushMessage) message;
    PushAddresses addresses = PushAddresses.of(push.devices(), sender.sandbox());
    if (addresses.devices().isEmpty()) {
      return Refusal.ADDRESS_REFUSED.because(
          "the customer has no device that push messages reach; known are ios, android and web");
    }
    return provider.call(
        call -> client.sendMessages(request(push, addresses, call)),
        response -> {
          PushResults results = new PushResults(response.messageResponse());
          report(results.gone(addresses.devices()));
          return results.handover(addresses.devices());
        });
  }

  /** That a report fails must not change what became of the message: the next push repeats it. */
  private void report(List<Device> devices) {
    if (devices.isEmpty()) {
      return;
    }
    try {
      gone.report(devices);
    } catch (CeapException repeatedByTheNextPush) {
      return;
    }
  }

  private SendMessagesRequest request(
      PushMessage push, PushAddresses addresses, TransmissionWatch.Call call) {
    return SendMessagesRequest.builder()
        .overrideConfiguration(call.configuration())
        .applicationId(sender.applicationId())
        .messageRequest(
            message ->
                message
                    .addresses(addresses.byToken())
                    .context(tags(push))
                    .traceId(push.messageId())
                    .messageConfiguration(
                        configuration ->
                            configuration.defaultPushNotificationMessage(
                                notification ->
                                    notification
                                        .title(push.title())
                                        .body(push.body())
                                        .action(PushAddresses.action(push.link()))
                                        .url(push.link()))))
        .build();
  }

  /** What the app finds under {@code data.pinpoint}; it knows its own customer. */
  private static Map<String, String> tags(PushMessage push) {
    Map<String, String> tags = MessageTags.of(push);
    tags.remove(MessageTags.CUSTOMER);
    return tags;
  }
}
