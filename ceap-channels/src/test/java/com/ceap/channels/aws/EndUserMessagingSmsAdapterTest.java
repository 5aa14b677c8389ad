package com.ceap.channels.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
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
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
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
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;

/** End User Messaging SMS on the wire, against a stub server that checks the requests. */
class EndUserMessagingSmsAdapterTest implements HandoverContract {
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
    return EndUserMessagingSmsAdapter.of(
        HandoverContract.at(endpoint, credentials, PinpointSmsVoiceV2Client.builder()),
        new SmsSender(
            SmsSender.Service.END_USER_MESSAGING,
            Map.of("+49", "CEAP"),
            Optional.of("pool-1"),
            Set.of("delivery-notice"),
            Optional.of("ceap-dev")),
        timeout);
  }

  @Override
  public OutgoingMessage message() {
    return sms("+4930123456", "abandoned-cart-recovery");
  }

  @Override
  public ResponseDefinitionBuilder taken() {
    return aResponse().withBody("{\"MessageId\":\"sms-1\"}");
  }

  @Override
  public ResponseDefinitionBuilder error(int status, String code, String message) {
    return Wire.json(status, code, message);
  }

  @Override
  public List<String> personal() {
    return List.of("30123456", "C456", "Hi Ada");
  }

  @Test
  void aMessageIsSentFromTheCountrysSenderWithItsTags() {
    answer(taken());
    AwsCredentialsProvider signed =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    Handover handover = adapter(SERVER.baseUrl(), signed, PATIENT).send(message());

    assertThat(handover).isEqualTo(new Handover.Accepted("sms-1"));
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo("/"))
            .withHeader("X-Amz-Target", equalTo("PinpointSMSVoiceV2.SendTextMessage"))
            .withHeader("Content-Type", equalTo("application/x-amz-json-1.0"))
            .withHeader("Authorization", containing("/eu-west-1/sms-voice/aws4_request"))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "DestinationPhoneNumber": "+4930123456",
                      "OriginationIdentity": "CEAP",
                      "MessageBody": "Hi Ada! Your cart is waiting.",
                      "MessageType": "PROMOTIONAL",
                      "ConfigurationSetName": "ceap-dev",
                      "Context": {
                        "messageId": "0123456789abcdef0123456789abcdef01234567",
                        "program": "abandoned-cart-recovery",
                        "customer": "QzQ1Ng"
                      }
                    }
                    """)));
  }

  @Test
  void aProgramThatCustomersWaitForSendsTransactionalMessages() {
    answer(taken());

    adapter().send(sms("+12065550100", "delivery-notice"));

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(matchingJsonPath("$.MessageType", equalTo("TRANSACTIONAL")))
            .withRequestBody(matchingJsonPath("$.OriginationIdentity", equalTo("pool-1"))));
  }

  @Test
  void withoutASenderForTheCountryNothingIsSent() {
    SmsSender german =
        new SmsSender(
            SmsSender.Service.END_USER_MESSAGING,
            Map.of("+49", "CEAP"),
            Optional.empty(),
            Set.of(),
            Optional.empty());
    ChannelAdapter adapter =
        EndUserMessagingSmsAdapter.of(
            Wire.at(SERVER.baseUrl(), PinpointSmsVoiceV2Client.builder()), german, PATIENT);

    assertThatThrownBy(() -> adapter.send(sms("+33123456", "p")))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SENDER_MISSING))
        .hasMessage(
            "the environment names no sender for text messages to numbers of this country; give"
                + " senders.sms.standard or senders.sms.originations in environments/{env}.yaml");
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({
    "ConflictException, DESTINATION_PHONE_NUMBER_OPTED_OUT, OPTED_OUT, true",
    "ConflictException, DESTINATION_PHONE_NUMBER_NOT_VERIFIED, ADDRESS_REFUSED, false",
    "ConflictException, DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION, ADDRESS_REFUSED,"
        + " false",
    "ConflictException, NO_ORIGINATION_IDENTITIES_FOUND, SENDER_REFUSED, false",
    "ConflictException, SOMETHING_NEW, SENDER_REFUSED, false",
    "ValidationException, DESTINATION_COUNTRY_BLOCKED, ADDRESS_REFUSED, false",
    "ValidationException, SENDER_ID_NOT_SUPPORTED, SENDER_REFUSED, false",
    "ValidationException, MAXIMUM_SIZE_EXCEEDED, CONTENT_REFUSED, false",
    "ValidationException, OTHER, REQUEST_REFUSED, false",
  })
  void aRefusalNamesItsReasonAndNobody(
      String code, String why, String reason, boolean closesChannel) {
    String body =
        "{\"__type\":\"%s\",\"Message\":\"for +4930123456\",\"Reason\":\"%s\"}"
            .formatted(code, why);

    assertThat(sent(aResponse().withStatus(400).withBody(body)))
        .isEqualTo(
            new Handover.Refused(
                reason,
                "End User Messaging answered with HTTP 400, %s (%s)".formatted(code, why),
                closesChannel));
  }

  @Test
  void aNumberThatIsNoneIsAnAddressRefused() {
    String body =
        """
        {"__type":"ValidationException","Message":"bad","Reason":"FIELD_VALIDATION_FAILED",
         "Fields":[{"Name":"DestinationPhoneNumber","Message":"+4930123456 is invalid"}]}
        """;

    assertThat(sent(aResponse().withStatus(400).withBody(body)))
        .isEqualTo(
            new Handover.Refused(
                "ADDRESS_REFUSED",
                "End User Messaging answered with HTTP 400, ValidationException"
                    + " (FIELD_VALIDATION_FAILED)",
                false));
  }

  @Test
  void aSenderThatDoesNotExistIsNamedByItsKind() {
    String body =
        "{\"__type\":\"ResourceNotFoundException\",\"ResourceType\":\"pool\",\"ResourceId\":\"x\"}";

    assertThat(sent(aResponse().withStatus(400).withBody(body)))
        .isEqualTo(
            new Handover.Refused(
                "SENDER_REFUSED",
                "End User Messaging answered with HTTP 400, ResourceNotFoundException (pool)",
                false));
  }

  @Test
  void aMonthsSpendingLimitMakesTheMessageWait() {
    assertThat(sent(error(400, "ServiceQuotaExceededException", "limit")))
        .isEqualTo(new Handover.Throttled(Provider.LONG));
  }

  private static SmsMessage sms(String to, String programId) {
    return new SmsMessage(
        "0123456789abcdef0123456789abcdef01234567",
        "C456",
        programId,
        to,
        "Hi Ada! Your cart is waiting.",
        1);
  }
}
