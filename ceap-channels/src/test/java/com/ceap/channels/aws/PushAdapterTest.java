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
import com.ceap.channels.spi.GoneDevices;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.model.Device;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.pinpoint.PinpointClient;

/** End User Messaging Push on the wire, against a stub server that checks the requests. */
class PushAdapterTest implements HandoverContract {
  private static final String MESSAGE_ID = "0123456789abcdef0123456789abcdef01234567";
  private static final Device PHONE = new Device("C456", "token-phone", "ios");
  private static final Device TABLET = new Device("C456", "token-tablet", "android");

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final List<Device> gone = new ArrayList<>();

  @Override
  public WireMockExtension server() {
    return SERVER;
  }

  @Override
  public ChannelAdapter adapter(
      String endpoint, AwsCredentialsProvider credentials, Duration timeout) {
    return PushAdapter.of(
        HandoverContract.at(endpoint, credentials, PinpointClient.builder()),
        new PushSender("abc123", false),
        gone::addAll,
        timeout);
  }

  @Override
  public OutgoingMessage message() {
    return push("https://shop.example/c/t", PHONE, TABLET);
  }

  @Override
  public ResponseDefinitionBuilder taken() {
    return results(result(PHONE, "SUCCESSFUL", 200, ""), result(TABLET, "SUCCESSFUL", 200, ""));
  }

  @Override
  public ResponseDefinitionBuilder error(int status, String code, String message) {
    return Wire.json(status, code, message);
  }

  @Override
  public List<String> personal() {
    return List.of("token-phone", "token-tablet", "C456", "10% off");
  }

  @Test
  void aMessageIsSentToEveryDeviceByItsToken() {
    answer(taken());
    AwsCredentialsProvider signed =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    Handover handover = adapter(SERVER.baseUrl(), signed, PATIENT).send(message());

    assertThat(handover).isEqualTo(new Handover.Accepted("id-token-phone"));
    assertThat(gone).isEmpty();
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo("/v1/apps/abc123/messages"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("Authorization", containing("/eu-west-1/mobiletargeting/aws4_request"))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "Addresses": {
                        "token-phone": {"ChannelType": "APNS"},
                        "token-tablet": {"ChannelType": "GCM"}
                      },
                      "Context": {
                        "messageId": "0123456789abcdef0123456789abcdef01234567",
                        "program": "abandoned-cart-recovery"
                      },
                      "TraceId": "0123456789abcdef0123456789abcdef01234567",
                      "MessageConfiguration": {
                        "DefaultPushNotificationMessage": {
                          "Title": "Last Chance!",
                          "Body": "10% off ends today!",
                          "Action": "URL",
                          "Url": "https://shop.example/c/t"
                        }
                      }
                    }
                    """)));
  }

  @Test
  void aLinkOfTheAppsOwnSchemeOpensTheApp() {
    answer(taken());

    adapter().send(push("shop://cart/t", PHONE));

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(
                matchingJsonPath(
                    "$.MessageConfiguration.DefaultPushNotificationMessage.Action",
                    equalTo("DEEP_LINK"))));
  }

  @Test
  void aDevelopmentBuildIsReachedInApplesSandbox() {
    answer(taken());
    PushAdapter sandbox =
        PushAdapter.of(
            Wire.at(SERVER.baseUrl(), PinpointClient.builder()),
            new PushSender("abc123", true),
            gone::addAll,
            PATIENT);

    sandbox.send(push("shop://cart/t", PHONE));

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(
                matchingJsonPath("$.Addresses.token-phone.ChannelType", equalTo("APNS_SANDBOX"))));
  }

  @Test
  void atMostAHundredDevicesAreAddressed() {
    answer(taken());
    Device[] many =
        IntStream.range(0, 120)
            .mapToObj(i -> new Device("C456", "t" + i, "web"))
            .toArray(Device[]::new);

    adapter().send(push("shop://cart/t", many));

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(matchingJsonPath("$[?(@.Addresses.size() == 100)]")));
  }

  @Test
  void aCustomerWithoutADeviceThatWeKnowGetsNothing() {
    assertThat(adapter().send(push("shop://cart/t", new Device("C456", "t", "fridge"))))
        .isEqualTo(
            new Handover.Refused(
                "ADDRESS_REFUSED",
                "the customer has no device that push messages reach; known are ios, android and"
                    + " web",
                false));
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void oneDeviceThatHasTheMessageIsEnoughAndTheGoneOneIsNamed() {
    Handover handover =
        sent(
            results(
                result(
                    PHONE,
                    "PERMANENT_FAILURE",
                    410,
                    "{\\\"pushProviderError\\\":\\\"Unregistered\\\"}"),
                result(TABLET, "SUCCESSFUL", 200, "")));

    assertThat(handover).isEqualTo(new Handover.Accepted("id-token-tablet"));
    assertThat(gone).containsExactly(PHONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUCCESSFUL        | UNKNOWN_FAILURE   | Accepted
          SUCCESSFUL        | THROTTLED         | Accepted
          UNKNOWN_FAILURE   | PERMANENT_FAILURE | Unclear
          TEMPORARY_FAILURE | PERMANENT_FAILURE | Unclear
          TIMEOUT           | THROTTLED         | Unclear
          DUPLICATE         | PERMANENT_FAILURE | Unclear
          THROTTLED         | PERMANENT_FAILURE | Throttled
          THROTTLED         | THROTTLED         | Throttled
          OPT_OUT           | PERMANENT_FAILURE | Refused
          PERMANENT_FAILURE | PERMANENT_FAILURE | Refused
          """)
  void whatDevicesSayAddsUpToOneAnswer(String phone, String tablet, String outcome) {
    Handover handover =
        sent(results(result(PHONE, phone, 400, ""), result(TABLET, tablet, 400, "")));

    assertThat(handover.getClass().getSimpleName()).isEqualTo(outcome);
    SERVER.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void aDeviceThatIsNotAnsweredForLeavesTheMessageOpen() {
    assertThat(sent(results(result(PHONE, "PERMANENT_FAILURE", 400, ""))))
        .isEqualTo(
            new Handover.Unclear(
                "End User Messaging Push left open which devices have the message"));
  }

  @Test
  void goneDevicesDoNotCloseTheChannelForTheCustomersNextOne() {
    Handover handover =
        sent(
            results(
                result(PHONE, "PERMANENT_FAILURE", 410, ""),
                result(TABLET, "PERMANENT_FAILURE", 404, "UNREGISTERED")));

    assertThat(handover)
        .isEqualTo(
            new Handover.Refused(
                "ADDRESS_REFUSED", "End User Messaging Push reached none of 2 devices", false));
    assertThat(gone).containsExactly(PHONE, TABLET);
  }

  @Test
  void anOptOutClosesTheChannel() {
    Handover handover =
        sent(results(result(PHONE, "OPT_OUT", 400, ""), result(TABLET, "OPT_OUT", 400, "")));

    assertThat(handover)
        .isEqualTo(
            new Handover.Refused("OPTED_OUT", "End User Messaging Push holds an opt-out", true));
  }

  /** Each of these comes for every token where the application is set up wrongly. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\\\"errorMessage\\\":\\\"Unregistered or expired token\\\",\\\"pushProviderError\\\":\\\"DeviceTokenNotForTopic\\\"}",
        "{\\\"errorMessage\\\":\\\"Unregistered or expired token\\\",\\\"pushProviderError\\\":\\\"BadDeviceToken\\\"}",
        "InvalidProviderToken"
      })
  void aWrongSetUpRemovesNoDevice(String message) {
    sent(
        results(
            result(PHONE, "PERMANENT_FAILURE", 400, message),
            result(TABLET, "SUCCESSFUL", 200, "")));

    assertThat(gone).isEmpty();
  }

  @Test
  void aReportThatFailsDoesNotChangeWhatBecameOfTheMessage() {
    GoneDevices broken =
        devices -> {
          throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "down");
        };
    answer(
        results(
            result(PHONE, "PERMANENT_FAILURE", 410, ""), result(TABLET, "SUCCESSFUL", 200, "")));

    Handover handover =
        PushAdapter.of(
                Wire.at(SERVER.baseUrl(), PinpointClient.builder()),
                new PushSender("abc123", false),
                broken,
                PATIENT)
            .send(message());

    assertThat(handover).isEqualTo(new Handover.Accepted("id-token-tablet"));
  }

  @ParameterizedTest
  @CsvSource({
    "404, NotFoundException, SENDER_REFUSED",
    "413, PayloadTooLargeException, CONTENT_REFUSED",
    "400, BadRequestException, REQUEST_REFUSED",
  })
  void aRefusalOfTheWholeRequestNamesItsReason(int status, String code, String reason) {
    assertThat(sent(error(status, code, "for token-phone")))
        .isEqualTo(
            new Handover.Refused(
                reason,
                "End User Messaging Push answered with HTTP %d, %s".formatted(status, code),
                false));
  }

  @Test
  void anApplicationIdThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new PushSender("arn:aws:x", false))
        .hasMessage(
            "applicationId must be the letters and digits of an application's id, was 'arn:aws:x'");
  }

  private static String result(Device device, String status, int code, String message) {
    return """
        "%s": {"DeliveryStatus": "%s", "StatusCode": %d, "StatusMessage": "%s",
               "MessageId": "id-%s"}
        """
        .formatted(device.token(), status, code, message, device.token());
  }

  private static ResponseDefinitionBuilder results(String... results) {
    return aResponse()
        .withBody(
            "{\"ApplicationId\":\"abc123\",\"RequestId\":\"r\",\"Result\":{%s}}"
                .formatted(String.join(",", results)));
  }

  private static PushMessage push(String link, Device... devices) {
    return new PushMessage(
        MESSAGE_ID,
        "C456",
        "abandoned-cart-recovery",
        List.of(devices),
        "Last Chance!",
        "10% off ends today!",
        link);
  }
}
