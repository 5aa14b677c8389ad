package com.ceap.lambdas.journey.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** EventBridge Scheduler on the wire, against a stub server that checks the requests. */
class EventBridgeSchedulerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final DueTouch TOUCH =
      new DueTouch(
          new CandidateKey(
              "C456", "abandoned-cart-recovery", "US", new Subject("cart", "CART-789")),
          2,
          Instant.parse("2026-11-20T09:30:00Z"),
          "v7",
          0);
  private static final String PATH = "/schedules/" + TOUCH.scheduleName();

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @Test
  void aTouchIsAOneTimeScheduleUnderItsOwnNameThatBringsItToItsChannelsQueue() throws IOException {
    answer(aResponse().withBody("{\"ScheduleArn\":\"arn\"}"));

    schedule("sms", "2026-11-21T09:30:00Z");

    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("Authorization", containing("/eu-west-1/scheduler/aws4_request"))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "GroupName": "ceap-dev",
                      "ScheduleExpression": "at(2026-11-21T09:30:00)",
                      "ScheduleExpressionTimezone": "UTC",
                      "FlexibleTimeWindow": {"Mode": "OFF"},
                      "ActionAfterCompletion": "DELETE",
                      "ClientToken": "${json-unit.any-string}",
                      "Target": {
                        "Arn": "arn:aws:sqs:eu-west-1:1:touches-sms",
                        "RoleArn": "arn:aws:iam::1:role/ceap-dev-scheduler",
                        "Input": "${json-unit.any-string}",
                        "DeadLetterConfig": {"Arn": "arn:aws:sqs:eu-west-1:1:touches-dlq"},
                        "RetryPolicy": {
                          "MaximumEventAgeInSeconds": 86400,
                          "MaximumRetryAttempts": 185
                        }
                      }
                    }
                    """)));
    assertThat(TOUCH.scheduleName()).matches("[0-9a-zA-Z-_.]{1,64}");
    assertThat(DueTouchJson.read(sentInput())).isEqualTo(TOUCH);
  }

  @Test
  void aTimeThatHasPassedMeansAsSoonAsAwsTakesIt() {
    answer(aResponse().withBody("{\"ScheduleArn\":\"arn\"}"));

    schedule("email", "2026-11-20T08:00:00Z");

    SERVER.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withRequestBody(
                matchingJsonPath("$.ScheduleExpression", equalTo("at(2026-11-20T10:00:30)"))));
  }

  @Test
  void aTouchThatIsScheduledAlreadyStaysAsItIs() {
    answer(error(409, "ConflictException", "Schedule already exists."));

    assertThatCode(() -> schedule("email", "2026-11-21T09:30:00Z")).doesNotThrowAnyException();
    SERVER.verify(1, postRequestedFor(urlEqualTo(PATH)));
  }

  @ParameterizedTest
  @CsvSource({
    "429, ThrottlingException, STORE_THROTTLED, 3",
    "500, InternalServerException, SCHEDULER_UNAVAILABLE, 3",
    "402, ServiceQuotaExceededException, SCHEDULER_UNAVAILABLE, 1",
    "404, ResourceNotFoundException, SCHEDULER_UNAVAILABLE, 1",
    "400, ValidationException, SCHEDULER_UNAVAILABLE, 1",
    "403, AccessDeniedException, SCHEDULER_UNAVAILABLE, 1",
  })
  void anErrorSaysByItsCategoryWhetherToTryAgainAndNamesNobody(
      int status, String code, ErrorCode errorCode, int attempts) {
    answer(error(status, code, "bad input: C456"));

    assertThatThrownBy(() -> schedule("email", "2026-11-21T09:30:00Z"))
        .isInstanceOfSatisfying(
            CeapException.class,
            e -> {
              assertThat(e.code()).isEqualTo(errorCode);
              assertThat(e).hasNoCause();
            })
        .hasMessage(
            "schedule %s: EventBridge Scheduler answered with HTTP %d, %s",
            TOUCH.scheduleName(), status, code);
    SERVER.verify(attempts, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void aLostConnectionIsTriedAgainAndThenReported() {
    answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThatThrownBy(() -> schedule("email", "2026-11-21T09:30:00Z"))
        .isInstanceOfSatisfying(
            CeapException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEDULER_UNAVAILABLE))
        .hasMessage(
            "schedule %s: EventBridge Scheduler gave no answer (SdkClientException)",
            TOUCH.scheduleName());
    SERVER.verify(3, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void aChannelTypeWithoutAQueueIsNamed() {
    assertThatThrownBy(() -> schedule("pigeon", "2026-11-21T09:30:00Z"))
        .isInstanceOf(CeapException.class)
        .hasMessage(
            "no touch can be scheduled on channel type 'pigeon': this environment has queues for"
                + " [email, sms]");
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  private static void schedule(String channelType, String at) {
    EventBridgeScheduler.of(
            SchedulerClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .endpointOverride(URI.create(SERVER.baseUrl())),
            new ScheduleTarget(
                "ceap-dev",
                Map.of(
                    "email", "arn:aws:sqs:eu-west-1:1:touches-email",
                    "sms", "arn:aws:sqs:eu-west-1:1:touches-sms"),
                "arn:aws:iam::1:role/ceap-dev-scheduler",
                "arn:aws:sqs:eu-west-1:1:touches-dlq"),
            () -> NOW)
        .schedule(TOUCH, channelType, Instant.parse(at));
  }

  private static void answer(ResponseDefinitionBuilder response) {
    SERVER.stubFor(post(urlEqualTo(PATH)).willReturn(response));
  }

  private static ResponseDefinitionBuilder error(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("x-amzn-ErrorType", code)
        .withBody("{\"Message\":\"%s\"}".formatted(message));
  }

  private static String sentInput() throws IOException {
    byte[] body = SERVER.getAllServeEvents().getFirst().getRequest().getBody();
    JsonNode request = new ObjectMapper().readTree(body);
    return request.path("Target").path("Input").asText();
  }
}
