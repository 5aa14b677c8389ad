package com.ceap.lambdas.queue.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Messages that a stage puts back or aside, in an endpoint's queues. */
@OnAwsEndpoint
final class SqsEndpointIT {
  private final String name = "touches-" + UUID.randomUUID();
  private final List<QueueMessage> seen = new ArrayList<>();
  private Taken queue;
  private Taken dead;
  private SqsBatch batch;

  @BeforeEach
  void connect(AwsEndpoint endpoint) {
    queue = new Taken(endpoint, name);
    dead = new Taken(endpoint, name + "-dlq");
    batch =
        SqsBatch.of(
            endpoint.called(SqsClient.builder()),
            new SqsQueue(queue.url(), dead.url()),
            messages -> {
              seen.addAll(messages);
              return messages.stream().map(message -> disposition(message.body())).toList();
            });
  }

  @AfterEach
  void disconnect() {
    queue.close();
    dead.close();
  }

  @Test
  void whatMustWaitComesBackWithoutUsingUpAReceive() {
    queue.send("later");

    assertThat(work().getBatchItemFailures()).isEmpty();
    assertThat(work().getBatchItemFailures()).isEmpty();

    assertThat(seen).extracting(QueueMessage::body).containsExactly("later", "later");
    assertThat(seen).extracting(QueueMessage::receives).containsExactly(1, 1);
    assertThat(queue.batch().getRecords()).hasSize(1);
  }

  @Test
  void whatNoRetryHelpsLiesAmongTheDeadWithItsReason() {
    queue.send("dead");

    assertThat(work().getBatchItemFailures()).isEmpty();

    SQSEvent.SQSMessage letter = dead.batch().getRecords().getFirst();
    assertThat(letter.getBody()).isEqualTo("dead");
    assertThat(letter.getMessageAttributes().get("errorCode").getStringValue())
        .isEqualTo("EVENT_INVALID");
    assertThat(letter.getMessageAttributes().get("reason").getStringValue())
        .isEqualTo("cartValue must be above 0");
    assertThat(queue.batch().getRecords()).isEmpty();
  }

  @Test
  void whatFailedIsNamedAndWhatIsDoneIsNot() {
    queue.send("done");
    queue.send("retry");
    SQSEvent event = queue.batch();
    String failed =
        event.getRecords().stream()
            .filter(message -> message.getBody().equals("retry"))
            .findFirst()
            .orElseThrow()
            .getMessageId();

    assertThat(batch.handle(event).getBatchItemFailures())
        .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .containsExactly(failed);
  }

  private SQSBatchResponse work() {
    return batch.handle(queue.batch());
  }

  private static Disposition disposition(String body) {
    return switch (body) {
      case "later" -> new Disposition.Later(Duration.ZERO);
      case "dead" -> new Disposition.Dead(ErrorCode.EVENT_INVALID, "cartValue must be above 0");
      case "retry" -> new Disposition.Retry(ErrorCode.STORE_UNAVAILABLE, "no answer");
      default -> Disposition.DONE;
    };
  }
}
