package com.ceap.channels.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sns.SnsClient;

/** SNS on the wire, against a stub server that checks the requests. */
class SnsSmsAdapterTest implements HandoverContract {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @Override
  public WireMockExtension server() {
    return SERVER;
  }

  @Override
  public ChannelAdapter adapter(
      String endpoint, AwsCredentialsProvider credentials, Duration timeout) {
    return SnsSmsAdapter.of(
        HandoverContract.at(endpoint, credentials, SnsClient.builder()),
        sender(Optional.of("CEAP")),
        timeout);
  }

  @Override
  public OutgoingMessage message() {
    return sms("+4930123456", "abandoned-cart-recovery");
  }

  @Override
  public ResponseDefinitionBuilder taken() {
    return aResponse()
        .withBody(
            """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <PublishResult><MessageId>sns-1</MessageId></PublishResult>
            </PublishResponse>
            """);
  }

  @Override
  public ResponseDefinitionBuilder error(int status, String code, String message) {
    return Wire.xml(status, code, message);
  }

  @Override
  public List<String> personal() {
    return List.of("30123456", "C456", "Hi Ada");
  }

  @Test
  void aMessageIsPublishedToTheNumberFromTheSendersId() {
    answer(taken());
    AwsCredentialsProvider signed =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    Handover handover = adapter(SERVER.baseUrl(), signed, PATIENT).send(message());

    assertThat(handover).isEqualTo(new Handover.Accepted("sns-1"));
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo("/"))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded; charset=UTF-8"))
            .withHeader("Authorization", containing("/eu-west-1/sns/aws4_request")));
    assertThat(form())
        .containsExactlyInAnyOrder(
            "Action=Publish",
            "Version=2010-03-31",
            "PhoneNumber=+4930123456",
            "Message=Hi Ada! Your cart is waiting.",
            "MessageAttributes.entry.1.Name=AWS.SNS.SMS.SMSType",
            "MessageAttributes.entry.1.Value.DataType=String",
            "MessageAttributes.entry.1.Value.StringValue=Promotional",
            "MessageAttributes.entry.2.Name=AWS.SNS.SMS.SenderID",
            "MessageAttributes.entry.2.Value.DataType=String",
            "MessageAttributes.entry.2.Value.StringValue=CEAP");
  }

  @Test
  void aPhoneNumberIsNamedAsTheOrigination() {
    answer(taken());

    adapter().send(sms("+12065550199", "delivery-notice"));

    assertThat(form())
        .contains(
            "MessageAttributes.entry.1.Name=AWS.MM.SMS.OriginationNumber",
            "MessageAttributes.entry.1.Value.StringValue=+12065550100",
            "MessageAttributes.entry.2.Value.StringValue=Transactional");
  }

  @Test
  void withoutASenderForTheCountryNothingIsSent() {
    ChannelAdapter adapter =
        SnsSmsAdapter.of(
            Wire.at(SERVER.baseUrl(), SnsClient.builder()), sender(Optional.empty()), PATIENT);

    assertThatThrownBy(() -> adapter.send(message()))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SENDER_MISSING));
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvalidParameter | Invalid parameter: PhoneNumber Reason: +4930123456 is not valid | ADDRESS_REFUSED | false
          InvalidParameter | Invalid parameter: Message too long                             | REQUEST_REFUSED | false
          OptedOut         | +4930123456 is opted out                                        | OPTED_OUT       | true
          """)
  void aRefusalNamesItsReasonAndNobody(
      String code, String text, String reason, boolean closesChannel) {
    assertThat(sent(error(400, code, text)))
        .isEqualTo(
            new Handover.Refused(reason, "SNS answered with HTTP 400, " + code, closesChannel));
  }

  private static List<String> form() {
    String body = SERVER.getAllServeEvents().getFirst().getRequest().getBodyAsString();
    return Arrays.stream(body.split("&"))
        .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
        .toList();
  }

  private static SmsSender sender(Optional<String> standard) {
    return new SmsSender(
        SmsSender.Service.SNS,
        Map.of("+1", "+12065550100"),
        standard,
        Set.of("delivery-notice"),
        Optional.empty());
  }

  private static SmsMessage sms(String to, String programId) {
    return new SmsMessage("m1", "C456", programId, to, "Hi Ada! Your cart is waiting.", 1);
  }
}
