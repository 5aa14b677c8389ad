package com.ceap.channels.aws;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.SmsMessage;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * Hands text messages to SNS, for environments that have no End User Messaging. SNS carries no
 * tags: what became of a message shows by its provider id in CloudWatch's delivery logs only, and a
 * number that opted out is taken all the same. Thread-safe.
 */
public final class SnsSmsAdapter implements ChannelAdapter {
  private final SnsClient client;
  private final SmsSender sender;
  private final Provider provider = new Provider(SnsRefusals.SNS, SnsRefusals::of);

  private SnsSmsAdapter(SnsClient client, SmsSender sender) {
    this.client = client;
    this.sender = sender;
  }

  /**
   * An adapter on a client of its own, set up to send once.
   *
   * @param timeout for one message
   */
  public static SnsSmsAdapter of(SnsClientBuilder builder, SmsSender sender, Duration timeout) {
    return new SnsSmsAdapter(SingleAttempt.client(builder, timeout), sender);
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
        call ->
            client.publish(
                PublishRequest.builder()
                    .overrideConfiguration(call.configuration())
                    .phoneNumber(sms.to())
                    .message(sms.text())
                    .messageAttributes(attributes(sms, origination))
                    .build()),
        response -> new Handover.Accepted(response.messageId()));
  }

  /** "Publishing SMS messages to a mobile phone" in the SNS developer guide. */
  private Map<String, MessageAttributeValue> attributes(SmsMessage sms, String origination) {
    Map<String, MessageAttributeValue> attributes = new TreeMap<>();
    attributes.put(
        origination.startsWith("+") ? "AWS.MM.SMS.OriginationNumber" : "AWS.SNS.SMS.SenderID",
        text(origination));
    attributes.put(
        "AWS.SNS.SMS.SMSType",
        text(sender.transactional().contains(sms.programId()) ? "Transactional" : "Promotional"));
    return attributes;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
