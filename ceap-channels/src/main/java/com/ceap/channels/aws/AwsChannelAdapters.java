package com.ceap.channels.aws;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.GoneDevices;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** The adapters of an environment on AWS. */
public final class AwsChannelAdapters {
  /**
   * How long handing one message over may take. A lease on a reservation must outlive it, and so
   * must the function.
   */
  public static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final Senders senders;
  private final GoneDevices gone;
  private final Consumer<AwsClientBuilder<?, ?>> place;

  private AwsChannelAdapters(
      Senders senders, GoneDevices gone, Consumer<AwsClientBuilder<?, ?>> place) {
    this.senders = senders;
    this.gone = gone;
    this.place = place;
  }

  /**
   * An adapter for each type of channel that goes through AWS, by type. One without a sender
   * answers every message with SENDER_MISSING. Region and credentials are the function's.
   */
  public static Map<String, ChannelAdapter> of(Senders senders, GoneDevices gone) {
    return of(senders, gone, client -> {});
  }

  /**
   * @param place where the clients call
   */
  static Map<String, ChannelAdapter> of(
      Senders senders, GoneDevices gone, Consumer<AwsClientBuilder<?, ?>> place) {
    AwsChannelAdapters adapters = new AwsChannelAdapters(senders, gone, place);
    Map<String, ChannelAdapter> byType = new TreeMap<>();
    byType.put("email", adapters.email());
    byType.put("sms", adapters.sms());
    byType.put("push", adapters.push());
    return Map.copyOf(byType);
  }

  private ChannelAdapter email() {
    return senders
        .email()
        .<ChannelAdapter>map(
            sender -> SesEmailAdapter.of(placed(SesV2Client.builder()), sender, TIMEOUT))
        .orElseGet(() -> new NoAdapter("email"));
  }

  private ChannelAdapter sms() {
    return senders.sms().map(this::sms).orElseGet(() -> new NoAdapter("sms"));
  }

  private ChannelAdapter sms(SmsSender sender) {
    return switch (sender.service()) {
      case END_USER_MESSAGING ->
          EndUserMessagingSmsAdapter.of(
              placed(PinpointSmsVoiceV2Client.builder()), sender, TIMEOUT);
      case SNS -> SnsSmsAdapter.of(placed(SnsClient.builder()), sender, TIMEOUT);
    };
  }

  private ChannelAdapter push() {
    return senders
        .push()
        .<ChannelAdapter>map(
            sender -> PushAdapter.of(placed(PinpointClient.builder()), sender, gone, TIMEOUT))
        .orElseGet(() -> new NoAdapter("push"));
  }

  private <B extends AwsClientBuilder<B, ?>> B placed(B builder) {
    place.accept(builder);
    return builder;
  }
}
