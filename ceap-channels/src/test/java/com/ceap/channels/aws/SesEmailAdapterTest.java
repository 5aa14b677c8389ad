package com.ceap.channels.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** SES on the wire, against a stub server that checks the requests. */
class SesEmailAdapterTest implements HandoverContract {
  private static final String PATH = "/v2/email/outbound-emails";
  private static final String MESSAGE_ID = "0123456789abcdef0123456789abcdef01234567";

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
    return SesEmailAdapter.of(
        HandoverContract.at(endpoint, credentials, SesV2Client.builder()), sender(), timeout);
  }

  @Override
  public OutgoingMessage message() {
    return email("C456", "abandoned-cart-recovery");
  }

  @Override
  public ResponseDefinitionBuilder taken() {
    return aResponse().withBody("{\"MessageId\":\"0102018f-ses\"}");
  }

  @Override
  public ResponseDefinitionBuilder error(int status, String code, String message) {
    return Wire.json(status, code, message);
  }

  @Override
  public List<String> personal() {
    return List.of("ada@example.org", "C456", "Dear Ada");
  }

  @Test
  void aMessageIsSentWithItsPartsHeadersTagsAndTheProgramsSender() {
    answer(taken());
    AwsCredentialsProvider signed =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    Handover handover = adapter(SERVER.baseUrl(), signed, Duration.ofSeconds(60)).send(message());

    assertThat(handover).isEqualTo(new Handover.Accepted("0102018f-ses"));
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("Authorization", containing("/eu-west-1/ses/aws4_request"))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "FromEmailAddress": "\\"Shop\\" <cart@shop.example>",
                      "ReplyToAddresses": ["help@shop.example"],
                      "Destination": {"ToAddresses": ["ada@example.org"]},
                      "Content": {"Simple": {
                        "Subject": {"Data": "10 % für Sie", "Charset": "UTF-8"},
                        "Body": {
                          "Text": {"Data": "Dear Ada", "Charset": "UTF-8"},
                          "Html": {"Data": "<p>Dear Ada</p>", "Charset": "UTF-8"}
                        },
                        "Headers": [
                          {"Name": "List-Unsubscribe", "Value": "<https://shop.example/u/t>"},
                          {"Name": "List-Unsubscribe-Post", "Value": "List-Unsubscribe=One-Click"}
                        ]
                      }},
                      "EmailTags": [
                        {"Name": "messageId", "Value": "0123456789abcdef0123456789abcdef01234567"},
                        {"Name": "program", "Value": "abandoned-cart-recovery"},
                        {"Name": "customer", "Value": "QzQ1Ng"}
                      ],
                      "ConfigurationSetName": "ceap-dev"
                    }
                    """)));
  }

  @Test
  void aProgramWithoutASenderOfItsOwnTakesTheStandardOne() {
    answer(taken());

    adapter().send(email("C1", "product-recommendations"));

    SERVER.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withRequestBody(matchingJsonPath("$.FromEmailAddress", equalTo("news@shop.example")))
            .withRequestBody(
                matchingJsonPath("$[?(!@.ReplyToAddresses || @.ReplyToAddresses.size() == 0)]")));
  }

  @Test
  void withoutAnySenderNothingIsSent() {
    EmailSender none = new EmailSender(Optional.empty(), Map.of(), Optional.empty());
    ChannelAdapter adapter =
        SesEmailAdapter.of(Wire.at(SERVER.baseUrl(), SesV2Client.builder()), none, PATIENT);

    assertThatThrownBy(() -> adapter.send(message()))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SENDER_MISSING))
        .hasMessage(
            "the environment names no sender for e-mails of program 'abandoned-cart-recovery';"
                + " give senders.email.standard or senders.email.programs in"
                + " environments/{env}.yaml");
    SERVER.verify(0, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void aCustomerWhoseFeedbackCouldNotBeMatchedIsNotWrittenTo() {
    Handover handover = adapter().send(email("x".repeat(193), "p"));

    assertThat(handover)
        .isEqualTo(
            new Handover.Refused(
                "REQUEST_REFUSED",
                "the customer's id is longer than a tag of SES, so that feedback could not be"
                    + " matched",
                false));
    SERVER.verify(0, postRequestedFor(urlEqualTo(PATH)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MessageRejected                     | Email address is not verified. The following identities failed: ada@example.org | SENDER_REFUSED     | false
          MessageRejected                     | Message contains a virus.                                                        | CONTENT_REFUSED    | false
          MessageRejected                     | Address is on the suppression list: ada@example.org                              | ADDRESS_SUPPRESSED | true
          MailFromDomainNotVerifiedException  | The MAIL FROM domain is not verified                                             | SENDER_REFUSED     | false
          AccountSuspendedException           | suspended                                                                        | SENDER_REFUSED     | false
          NotFoundException                   | Configuration set <ceap-dev> does not exist.                                     | SENDER_REFUSED     | false
          BadRequestException                 | Missing final '@domain': ada@example.org                                         | REQUEST_REFUSED    | false
          """)
  void aRefusalNamesItsReasonAndNobody(
      String code, String text, String reason, boolean closesChannel) {
    assertThat(sent(error(400, code, text)))
        .isEqualTo(
            new Handover.Refused(reason, "SES answered with HTTP 400, " + code, closesChannel));
  }

  @ParameterizedTest
  @CsvSource({"SendingPausedException", "LimitExceededException"})
  void aPausedOrExhaustedAccountMakesTheMessageWait(String code) {
    assertThat(sent(error(400, code, "for now"))).isEqualTo(new Handover.Throttled(Provider.LONG));
  }

  private static EmailSender sender() {
    return new EmailSender(
        Optional.of(new EmailIdentity("news@shop.example", Optional.empty(), Optional.empty())),
        Map.of(
            "abandoned-cart-recovery",
            new EmailIdentity(
                "cart@shop.example", Optional.of("Shop"), Optional.of("help@shop.example"))),
        Optional.of("ceap-dev"));
  }

  private static EmailMessage email(String customerId, String programId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<https://shop.example/u/t>");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return new EmailMessage(
        MESSAGE_ID,
        customerId,
        programId,
        "ada@example.org",
        "10 % für Sie",
        "<p>Dear Ada</p>",
        "Dear Ada",
        headers);
  }
}
