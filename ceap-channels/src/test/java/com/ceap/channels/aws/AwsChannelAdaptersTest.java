package com.ceap.channels.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.model.Device;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class AwsChannelAdaptersTest {
  private static final Map<String, OutgoingMessage> MESSAGES =
      Map.of(
          "email", new EmailMessage("m", "c", "p", "a@b.example", "s", "h", "t", Map.of()),
          "sms", new SmsMessage("m", "c", "p", "+4930", "t", 1),
          "push",
              new PushMessage(
                  "m", "c", "p", List.of(new Device("c", "t", "ios")), "t", "b", "app://c"));

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @ParameterizedTest
  @CsvSource({
    "email, END_USER_MESSAGING, /v2/email/outbound-emails",
    "sms, END_USER_MESSAGING, /",
    "sms, SNS, /",
    "push, END_USER_MESSAGING, /v1/apps/abc/messages",
  })
  void eachTypeOfChannelHasItsAdapter(String type, SmsSender.Service service, String path) {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));

    ChannelAdapter adapter = adapters(all(service)).get(type);
    adapter.send(MESSAGES.get(type));

    assertThat(adapter.type()).isEqualTo(type);
    SERVER.verify(1, postRequestedFor(urlEqualTo(path)));
  }

  @Test
  void theEnvironmentChoosesWhichServiceSendsTextMessages() {
    assertThat(adapters(all(SmsSender.Service.SNS)).get("sms")).isInstanceOf(SnsSmsAdapter.class);
    assertThat(adapters(all(SmsSender.Service.END_USER_MESSAGING)).get("sms"))
        .isInstanceOf(EndUserMessagingSmsAdapter.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "sms", "push"})
  void aTypeWithoutASenderSendsNothingAndSaysWhatIsMissing(String type) {
    Senders none = new Senders(Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> adapters(none).get(type).send(MESSAGES.get(type)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SENDER_MISSING))
        .hasMessage(
            "the environment names no sender for channels of type '%s'; give senders.%s in"
                + " environments/{env}.yaml",
            type, type);
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  private static Senders all(SmsSender.Service service) {
    EmailIdentity from = new EmailIdentity("a@b.example", Optional.empty(), Optional.empty());
    return new Senders(
        Optional.of(new EmailSender(Optional.of(from), Map.of(), Optional.empty())),
        Optional.of(
            new SmsSender(service, Map.of(), Optional.of("CEAP"), Set.of(), Optional.empty())),
        Optional.of(new PushSender("abc", false)));
  }

  private static Map<String, ChannelAdapter> adapters(Senders senders) {
    return AwsChannelAdapters.of(
        senders,
        devices -> {},
        client ->
            client
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create(SERVER.baseUrl()))
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"))));
  }
}
