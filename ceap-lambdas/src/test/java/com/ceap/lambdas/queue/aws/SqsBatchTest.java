package com.ceap.lambdas.queue.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stage behind an SQS queue, against a stub server that checks what is put back and aside. */
class SqsBatchTest {
  private static final SqsQueue QUEUE =
      new SqsQueue("https://sqs/1/touches-email", "https://sqs/1/touches-dlq");

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().extensions(new TakingQueue()))
          .build();

  private final List<QueueMessage> seen = new ArrayList<>();

  @BeforeEach
  void theQueuesTakeWhatTheyAreGiven() {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withTransformers(TakingQueue.NAME)));
  }

  @Test
  void aStageIsGivenTheMessagesWithTheirReceives() {
    handle(event(message("a", "{\"x\":1}", 1), message("b", "{\"x\":2}", 3)), Disposition.DONE);

    assertThat(seen)
        .containsExactly(
            new QueueMessage("a", "{\"x\":1}", 1), new QueueMessage("b", "{\"x\":2}", 3));
  }

  @Test
  void whatIsDoneLeavesTheQueueAndWhatFailedIsNamed() {
    SQSBatchResponse answer =
        handle(
            event(message("a"), message("b"), message("c")),
            Disposition.DONE,
            new Disposition.Retry(ErrorCode.STORE_THROTTLED, "busy"),
            Disposition.DONE);

    assertThat(failures(answer)).containsExactly("b");
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void aMessageWhoseTurnHasNotComeIsPutBackAsACopyAndLeaves() {
    SQSBatchResponse answer =
        handle(
            event(message("a", "{\"x\":\"ü\"}", 3)),
            new Disposition.Later(Duration.ofMillis(4_001)));

    assertThat(failures(answer)).isEmpty();
    SERVER.verify(
        1,
        postRequestedFor(anyUrl())
            .withHeader("X-Amz-Target", equalTo("AmazonSQS.SendMessageBatch"))
            .withHeader("Content-Type", equalTo("application/x-amz-json-1.0"))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "QueueUrl": "https://sqs/1/touches-email",
                      "Entries": [{
                        "Id": "0",
                        "MessageBody": "{\\"x\\":\\"ü\\"}",
                        "DelaySeconds": 5,
                        "MessageAttributes": {
                          "receives": {"DataType": "String", "StringValue": "2"}
                        }
                      }]
                    }
                    """)));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0", "PT0.000000001S, 1", "PT15M, 900", "PT15M0.5S, 900", "P3D, 900"})
  void aCopyWaitsForWholeSecondsAndAtMostAQuarterOfAnHour(Duration after, String seconds) {
    handle(event(message("a")), new Disposition.Later(after));

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(matchingJsonPath("$.Entries[0].DelaySeconds", equalTo(seconds))));
  }

  @Test
  void waitingUsesUpNoReceiveHoweverOften() {
    SQSEvent.SQSMessage copy = message("b", "{}", 2);
    SQSEvent.MessageAttribute carried = new SQSEvent.MessageAttribute();
    carried.setStringValue("4");
    copy.setMessageAttributes(Map.of("receives", carried));

    handle(event(copy), new Disposition.Later(Duration.ofSeconds(1)));

    assertThat(seen).containsExactly(new QueueMessage("b", "{}", 6));
    SERVER.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(
                matchingJsonPath(
                    "$.Entries[0].MessageAttributes.receives.StringValue", equalTo("5"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "", "-1", "99999999999"})
  void anAttributeOfSomebodyElseDoesNotStopTheBatch(String value) {
    SQSEvent.SQSMessage foreign = message("a", "{}", 2);
    SQSEvent.MessageAttribute receives = new SQSEvent.MessageAttribute();
    receives.setStringValue(value);
    foreign.setMessageAttributes(Map.of("receives", receives));

    handle(event(foreign), Disposition.DONE);

    assertThat(seen).containsExactly(new QueueMessage("a", "{}", 2));
  }

  @Test
  void aDeadMessageIsPutAsideWithItsReasonAndLeaves() {
    SQSBatchResponse answer =
        handle(
            event(message("a", "{\"x\":1}", 1)),
            new Disposition.Dead(ErrorCode.EVENT_INVALID, "cartValue must be above 0\u0000"));

    assertThat(failures(answer)).isEmpty();
    SERVER.verify(
        1,
        postRequestedFor(anyUrl())
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "QueueUrl": "https://sqs/1/touches-dlq",
                      "Entries": [{
                        "Id": "0",
                        "MessageBody": "{\\"x\\":1}",
                        "DelaySeconds": 0,
                        "MessageAttributes": {
                          "errorCode": {"DataType": "String", "StringValue": "EVENT_INVALID"},
                          "reason": {
                            "DataType": "String",
                            "StringValue": "cartValue must be above 0?"
                          }
                        }
                      }]
                    }
                    """)));
  }

  @Test
  void aReasonIsNeverEmptyForSqsTakesNoEmptyAttribute() {
    handle(event(message("a")), new Disposition.Dead(ErrorCode.EVENT_INVALID, ""));

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(
                matchingJsonPath(
                    "$.Entries[0].MessageAttributes.reason.StringValue",
                    equalTo("EVENT_INVALID"))));
  }

  @Test
  void whatAQueueDoesNotTakeStaysWhereItIs() {
    SQSBatchResponse answer =
        handle(
            event(message("a"), message("b", "refuse", 1), message("c", "refuse", 1)),
            new Disposition.Later(Duration.ofSeconds(1)),
            new Disposition.Later(Duration.ofSeconds(1)),
            new Disposition.Dead(ErrorCode.EVENT_INVALID, "no"));

    assertThat(failures(answer)).containsExactly("b", "c");
  }

  @Test
  void whereTheQueueCannotBeReachedNothingIsLost() {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));

    SQSBatchResponse answer =
        handle(
            event(message("a"), message("b")),
            Disposition.DONE,
            new Disposition.Later(Duration.ofSeconds(1)));

    assertThat(failures(answer)).containsExactly("b");
  }

  @Test
  void messagesArePutBackTenAtATime() {
    List<SQSEvent.SQSMessage> many =
        IntStream.range(0, 25).mapToObj(i -> message("m" + i)).toList();

    SQSBatchResponse answer =
        handle(event(many), batch -> all(batch, new Disposition.Later(Duration.ofSeconds(1))));

    assertThat(failures(answer)).isEmpty();
    SERVER.verify(3, postRequestedFor(anyUrl()));
  }

  @Test
  void aBatchIsNeverLargerThanAQueueTakes() {
    String large = "x".repeat(100 * 1024);

    handle(
        event(message("a", large, 1), message("b", large, 1), message("c", large, 1)),
        batch -> all(batch, new Disposition.Later(Duration.ofSeconds(1))));

    SERVER.verify(2, postRequestedFor(anyUrl()));
    assertThat(SERVER.getAllServeEvents())
        .allSatisfy(
            request -> assertThat(request.getRequest().getBody().length).isLessThan(256 * 1024));
  }

  @Test
  void aStageThatLosesAMessageIsADefect() {
    assertThatThrownBy(() -> handle(event(message("a"), message("b")), batch -> List.of()))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEFECT))
        .hasMessage(
            "a stage was given 2 messages and answered 0 dispositions; it must answer one for"
                + " each");
  }

  private SQSBatchResponse handle(SQSEvent event, Disposition... dispositions) {
    return handle(
        event,
        batch -> dispositions.length == 1 ? all(batch, dispositions[0]) : List.of(dispositions));
  }

  private SQSBatchResponse handle(SQSEvent event, QueueStage stage) {
    return SqsBatch.of(
            SqsClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .checksumValidationEnabled(false)
                .endpointOverride(URI.create(SERVER.baseUrl())),
            QUEUE,
            batch -> {
              seen.addAll(batch);
              return stage.handle(batch);
            })
        .handle(event);
  }

  private static List<Disposition> all(List<QueueMessage> batch, Disposition disposition) {
    return batch.stream().map(message -> disposition).toList();
  }

  private static List<String> failures(SQSBatchResponse answer) {
    return answer.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSEvent event(SQSEvent.SQSMessage... messages) {
    return event(List.of(messages));
  }

  private static SQSEvent event(List<SQSEvent.SQSMessage> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  private static SQSEvent.SQSMessage message(String id) {
    return message(id, "{}", 1);
  }

  private static SQSEvent.SQSMessage message(String id, String body, int receives) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receives)));
    return message;
  }
}
