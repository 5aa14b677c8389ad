package com.ceap.channels.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What holds for every adapter that hands messages to AWS: once, whatever comes of it. */
interface HandoverContract {
  Duration PATIENT = Duration.ofSeconds(60);

  WireMockExtension server();

  /** An adapter whose client calls the endpoint. */
  ChannelAdapter adapter(String endpoint, AwsCredentialsProvider credentials, Duration timeout);

  /** A message that the adapter takes. */
  OutgoingMessage message();

  /** An answer by which the provider takes the message. */
  ResponseDefinitionBuilder taken();

  ResponseDefinitionBuilder error(int status, String code, String message);

  /** What of the message no outcome may show. */
  List<String> personal();

  private ChannelAdapter adapter(Duration timeout) {
    return adapter(server().baseUrl(), AnonymousCredentialsProvider.create(), timeout);
  }

  default ChannelAdapter adapter() {
    return adapter(PATIENT);
  }

  default Handover sent(ResponseDefinitionBuilder answer) {
    answer(answer);
    return adapter().send(message());
  }

  default void answer(ResponseDefinitionBuilder answer) {
    server().stubFor(post(anyUrl()).willReturn(answer));
  }

  private void verifyOneRequest() {
    server().verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  default void theProvidersIdIsKept() {
    assertThat(sent(taken()))
        .isInstanceOfSatisfying(
            Handover.Accepted.class, taken -> assertThat(taken.providerId()).isNotBlank());
  }

  @Test
  default void everyMessageHasAConnectionOfItsOwn() {
    sent(taken());

    server().verify(postRequestedFor(anyUrl()).withHeader("Connection", equalTo("close")));
  }

  @ParameterizedTest
  @CsvSource({"500, InternalFailure", "502, BadGateway", "503, ServiceUnavailable", "408, Timeout"})
  default void afterAServerErrorNobodyKnowsAndNothingIsSentAgain(int status, String code) {
    Handover handover = sent(error(status, code, "for " + personal()));

    assertThat(handover)
        .isInstanceOfSatisfying(
            Handover.Unclear.class,
            unclear ->
                assertThat(unclear.sentence())
                    .endsWith(" answered with HTTP %d, %s".formatted(status, code)));
    assertSilent(handover);
    verifyOneRequest();
  }

  @Test
  default void anAnswerThatIsNotTheProvidersSaysNothing() {
    assertThat(sent(aResponse().withStatus(404).withBody("<html>a proxy</html>")))
        .isInstanceOf(Handover.Unclear.class);
  }

  @Test
  default void anAnswerThatCannotBeReadSaysNothing() {
    assertThat(sent(aResponse().withStatus(200).withBody("{\"truncated")))
        .isInstanceOf(Handover.Unclear.class);
    verifyOneRequest();
  }

  @Test
  default void afterATimeoutNobodyKnowsAndNothingIsSentAgain() {
    ChannelAdapter adapter = adapter(Duration.ofMillis(1_500));
    // The first call loads classes, which may take as long.
    answer(taken());
    adapter.send(message());
    server().resetRequests();
    answer(taken().withFixedDelay(60_000));

    Handover handover = adapter.send(message());

    assertThat(handover)
        .isInstanceOfSatisfying(
            Handover.Unclear.class,
            unclear -> assertThat(unclear.sentence()).matches("[\\w ]+ gave no answer \\(\\w+\\)"));
    // Under load the server may not have seen it yet; it never sees two.
    server().verify(lessThanOrExactly(1), postRequestedFor(anyUrl()));
  }

  /** The JDK sends a POST again by itself unless it is streamed. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
  default void afterALostConnectionNobodyKnowsAndNothingIsSentAgain(Fault fault) {
    assertThat(sent(aResponse().withFault(fault))).isInstanceOf(Handover.Unclear.class);
    verifyOneRequest();
  }

  @Test
  default void whereNobodyListensTheMessageWaits() {
    String nobody = "http://127.0.0.1:" + closedPort();

    assertThat(adapter(nobody, AnonymousCredentialsProvider.create(), PATIENT).send(message()))
        .isEqualTo(new Handover.Throttled(Provider.UNREACHABLE));
  }

  @Test
  default void whereTheProvidersNameIsUnknownTheMessageWaits() {
    String unknown = "http://provider.invalid";

    assertThat(adapter(unknown, AnonymousCredentialsProvider.create(), PATIENT).send(message()))
        .isEqualTo(new Handover.Throttled(Provider.UNREACHABLE));
  }

  @Test
  default void withoutCredentialsTheMessageWaits() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("no credentials");
        };

    assertThat(adapter(server().baseUrl(), none, PATIENT).send(message()))
        .isEqualTo(new Handover.Throttled(Provider.UNREACHABLE));
    server().verify(0, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({"400, ThrottlingException", "400, Throttling", "429, TooManyRequestsException"})
  default void aThrottledMessageWaitsAndIsNotSentAgainHere(int status, String code) {
    assertThat(sent(error(status, code, "Rate exceeded")))
        .isEqualTo(new Handover.Throttled(Provider.SOON));
    verifyOneRequest();
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDeniedException",
    "400, AccessDeniedException",
    "400, ExpiredTokenException",
    "400, UnrecognizedClientException",
    "403, SignatureDoesNotMatch"
  })
  default void noMessageFailsForWhatIsWrongWithOurAccess(int status, String code) {
    assertThat(sent(error(status, code, "not allowed")))
        .isEqualTo(new Handover.Throttled(Provider.LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SomethingNew", "ValidationException"})
  default void anyOtherRefusalIsFinalAndShowsNoPersonalData(String code) {
    Handover handover = sent(error(400, code, "wrong: " + personal()));

    assertThat(handover)
        .isInstanceOfSatisfying(
            Handover.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("REQUEST_REFUSED");
              assertThat(refused.sentence()).contains("answered with HTTP 400, " + code);
              assertThat(refused.closesChannel()).isFalse();
            });
    assertSilent(handover);
    verifyOneRequest();
  }

  @Test
  default void messagesOfAnotherChannelAreRefusedByTheirType() {
    assertThatThrownBy(() -> adapter().send(new Stranger())).isInstanceOf(ClassCastException.class);
  }

  private void assertSilent(Handover handover) {
    assertThat(handover.toString()).doesNotContain(personal());
    assertThat(message().toString()).doesNotContain(personal());
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /** A message of a channel that nobody knows. */
  record Stranger() implements OutgoingMessage {
    @Override
    public String messageId() {
      return "m";
    }

    @Override
    public String customerId() {
      return "c";
    }

    @Override
    public String programId() {
      return "p";
    }
  }

  /** Builds the client of an adapter. */
  static <B extends AwsClientBuilder<B, ?>> B at(
      String endpoint, AwsCredentialsProvider credentials, B builder) {
    return Wire.at(endpoint, builder).credentialsProvider(credentials);
  }
}
