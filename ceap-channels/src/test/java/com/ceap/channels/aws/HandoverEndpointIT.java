package com.ceap.channels.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.MotoApi;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * What an endpoint keeps of the messages that were handed over. Moto keeps an e-mail's sender,
 * recipient, subject and HTML, not its headers and tags, and knows neither SendTextMessage nor
 * SendMessages: those are held by the adapters' tests on the wire.
 */
@OnAwsEndpoint
final class HandoverEndpointIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private AwsEndpoint endpoint;
  private MotoApi moto;

  @BeforeEach
  void connect(AwsEndpoint place) {
    endpoint = place;
    moto = MotoApi.of(place);
  }

  @Test
  void anEmailArrivesAsItWasComposed() {
    verify("shop.example");

    Handover handover = email("cart@shop.example").send(message());

    JsonNode kept = kept("ses", "Message", "id", handover);
    assertThat(kept.path("source").asText()).isEqualTo("\"Shop\" <cart@shop.example>");
    assertThat(kept.path("destinations").path("ToAddresses"))
        .extracting(JsonNode::asText)
        .containsExactly("ada@example.org");
    assertThat(kept.path("subject").asText()).isEqualTo("10 % für Sie");
    assertThat(kept.path("body").asText()).isEqualTo("<p>Dear Ada</p>");
  }

  @Test
  void anEmailFromAnAddressThatNobodyVerifiedIsRefused() {
    assertThat(email("news@unverified.example").send(message()))
        .isEqualTo(
            new Handover.Refused(
                "SENDER_REFUSED", "SES answered with HTTP 400, MessageRejected", false));
  }

  @Test
  void aTextMessageArrivesAtItsNumber() {
    ChannelAdapter sns =
        SnsSmsAdapter.of(
            endpoint.called(SnsClient.builder()),
            new SmsSender(
                SmsSender.Service.SNS, Map.of(), Optional.of("CEAP"), Set.of(), Optional.empty()),
            TIMEOUT);

    Handover handover =
        sns.send(new SmsMessage("m1", "C456", "p", "+4930123456", "Hi Ada! Your cart waits.", 1));

    JsonNode kept = kept("sns", "SMS", "message_id", handover);
    assertThat(kept.path("phone_number").asText()).isEqualTo("+4930123456");
    assertThat(kept.path("message").asText()).isEqualTo("Hi Ada! Your cart waits.");
  }

  private JsonNode kept(String service, String kind, String key, Handover handover) {
    String id = ((Handover.Accepted) handover).providerId();
    List<JsonNode> kept =
        moto.kept(service, kind).stream().filter(m -> m.path(key).asText().equals(id)).toList();
    assertThat(kept).as("messages %s of %s", id, service).hasSize(1);
    return kept.getFirst();
  }

  private void verify(String domain) {
    try (SesV2Client ses =
        endpoint
            .called(SesV2Client.builder())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      ses.createEmailIdentity(request -> request.emailIdentity(domain));
    }
  }

  private ChannelAdapter email(String address) {
    EmailIdentity from = new EmailIdentity(address, Optional.of("Shop"), Optional.empty());
    return SesEmailAdapter.of(
        endpoint.called(SesV2Client.builder()),
        new EmailSender(Optional.of(from), Map.of(), Optional.empty()),
        TIMEOUT);
  }

  private static EmailMessage message() {
    return new EmailMessage(
        "m1",
        "C456",
        "abandoned-cart-recovery",
        "ada@example.org",
        "10 % für Sie",
        "<p>Dear Ada</p>",
        "Dear Ada",
        Map.of("List-Unsubscribe", "<https://shop.example/u/t>"));
  }
}
