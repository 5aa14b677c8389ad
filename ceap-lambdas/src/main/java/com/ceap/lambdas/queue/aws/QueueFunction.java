package com.ceap.lambdas.queue.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.aws.FunctionLog;
import com.ceap.runtime.metrics.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A function that works off queues: gives each batch to the stage of the queue that it comes from,
 * writes what was measured, and tells how it went. Thread-safe.
 */
public final class QueueFunction {
  private static final FunctionLog LOG = FunctionLog.of(QueueFunction.class);

  private final SqsClient client;
  private final Function<QueueArn, QueueStage> stages;
  private final Sums sums;
  private final Map<String, SqsBatch> byQueue = new ConcurrentHashMap<>();

  /**
   * A function.
   *
   * @param client by which messages are put back and aside
   * @param stages makes the stage of a queue; asked once for each
   * @param sums where the stages measure
   */
  public QueueFunction(SqsClient client, Function<QueueArn, QueueStage> stages, Sums sums) {
    this.client = client;
    this.stages = stages;
    this.sums = sums;
  }

  /** Works on a batch; answers the messages that stay in their queue. */
  public SQSBatchResponse handle(SQSEvent event, Context context) {
    return LOG.during(context, "", () -> handle(event));
  }

  private SQSBatchResponse handle(SQSEvent event) {
    try {
      List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
      byQueue(event).forEach((queue, some) -> failures.addAll(handle(queue, some)));
      return new SQSBatchResponse(failures);
    } finally {
      sums.flush();
    }
  }

  /** Lambda hands over messages of one queue at a time; whoever tries a function may not. */
  private static Map<String, SQSEvent> byQueue(SQSEvent event) {
    return event.getRecords().stream()
        .collect(
            Collectors.groupingBy(
                SQSEvent.SQSMessage::getEventSourceArn,
                Collectors.collectingAndThen(Collectors.toList(), QueueFunction::event)));
  }

  private static SQSEvent event(List<SQSEvent.SQSMessage> records) {
    SQSEvent event = new SQSEvent();
    event.setRecords(records);
    return event;
  }

  /** A stage that tells why messages are tried again or given up. */
  private static QueueStage telling(QueueStage stage, QueueArn queue) {
    return batch -> {
      List<Disposition> answers = stage.handle(batch);
      answers.forEach(answer -> tell(queue, answer));
      return answers;
    };
  }

  private static void tell(QueueArn queue, Disposition answer) {
    switch (answer) {
      case Disposition.Retry(ErrorCode code, String why) ->
          LOG.warn("a message is tried again", fields(queue, code, why));
      case Disposition.Dead(ErrorCode code, String why) ->
          LOG.warn("a message is given up", fields(queue, code, why));
      case Disposition.Done _, Disposition.Later _ -> {}
    }
  }

  private static Map<String, String> fields(QueueArn queue, ErrorCode code, String why) {
    return Map.of("queue", queue.name(), "errorCode", code.name(), "reason", why);
  }

  private List<SQSBatchResponse.BatchItemFailure> handle(String arn, SQSEvent some) {
    QueueArn queue = QueueArn.parse(arn);
    SqsBatch batch =
        byQueue.computeIfAbsent(
            arn, _ -> new SqsBatch(telling(stages.apply(queue), queue), queue.queue(), client));
    long started = System.nanoTime();
    List<SQSBatchResponse.BatchItemFailure> failures = batch.handle(some).getBatchItemFailures();
    LOG.info(
        "a batch is done",
        Map.of(
            "queue",
            queue.name(),
            "messages",
            some.getRecords().size(),
            "staying",
            failures.size(),
            "milliseconds",
            (System.nanoTime() - started) / 1_000_000));
    return failures;
  }
}
