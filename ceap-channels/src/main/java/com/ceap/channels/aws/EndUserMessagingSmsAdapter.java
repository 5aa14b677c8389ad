package com.ceap.channels.aws;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageTags;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.SmsMessage;
import java.time.Duration;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2ClientBuilder;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.MessageType;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.SendTextMessageRequest;

/** Hands text messages to AWS End User Messaging SMS. Thread-safe. */
public final class EndUserMessagingSmsAdapter implements ChannelAdapter {
  private final PinpointSmsVoiceV2Client client;
  private final SmsSender sender;
  private final Provider provider =
      new Provider(EndUserMessagingRefusals.END_USER_MESSAGING, EndUserMessagingRefusals::of);

  private EndUserMessagingSmsAdapter(PinpointSmsVoiceV2Client client, SmsSender sender) {
    this.client = client;
    this.sender = sender;
  }

  /**
   * An adapter on a client of its own, set up to send once.
   *
   * @param timeout for one message
   */
  public static EndUserMessagingSmsAdapter of(
      PinpointSmsVoiceV2ClientBuilder builder, SmsSender sender, Duration timeout) {
    return new EndUserMessagingSmsAdapter(SingleAttempt.client(builder, timeout), sender);
  }

  @Override
  public String type() {
    return "sms";
  }

  @Override
  public Handover send(OutgoingMessage message) {
    SmsMessage sms = (SmsMessage) message;
    String origination = sender.requireOrigination(sms.to());
    return provider.call(
        call -> client.sendTextMessage(request(sms, origination, call)),
        response -> new Handover.Accepted(response.messageId()));
  }

  private SendTextMessageRequest request(
      SmsMessage sms, String origination, TransmissionWatch.Call call) {
    return SendTextMessageRequest.builder()
        .overrideConfiguration(call.configuration())
        .destinationPhoneNumber(sms.to())
        .originationIdentity(origination)
        .messageBody(sms.text())
        .messageType(type(sms))
        .configurationSetName(sender.configurationSet().orElse(null))
        .context(MessageTags.of(sms))
        .build();
  }

  private MessageType type(SmsMessage sms) {
    return sender.isTransactional(sms.programId())
        ? MessageType.TRANSACTIONAL
        : MessageType.PROMOTIONAL;
  }
}
