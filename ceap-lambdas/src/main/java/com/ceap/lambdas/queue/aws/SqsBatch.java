package com.ceap.lambdas.queue.aws;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * A stage behind an SQS queue: gives it what Lambda took from the queue and names the messages that
 * failed (ReportBatchItemFailures), so that Lambda removes all others. Thread-safe.
 */
public final class SqsBatch {
  private final QueueStage stage;
  private final SqsQueue queue;
  private final SqsPosting posting;

  /** A stage behind a queue, on a client that stays the caller's. */
  public SqsBatch(QueueStage stage, SqsQueue queue, SqsClient client) {
    this.stage = stage;
    this.queue = queue;
    this.posting = new SqsPosting(client);
  }

  /** A stage behind a queue, with a client of its own. */
  public static SqsBatch of(SqsClientBuilder builder, SqsQueue queue, QueueStage stage) {
    SqsClient client = builder.httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new SqsBatch(stage, queue, client);
  }

  /**
   * Works on a batch. A message that could not be put back or aside counts as failed: SQS hands it
   * out again.
   */
  public SQSBatchResponse handle(SQSEvent event) {
    List<Received> received = event.getRecords().stream().map(Received::of).toList();
    List<QueueMessage> messages = received.stream().map(Received::message).toList();
    List<Disposition> dispositions = stage.handle(messages);
    if (dispositions.size() != messages.size()) {
      throw new CeapException(
          ErrorCode.DEFECT,
          "a stage was given %d messages and answered %d dispositions; it must answer one for each"
              .formatted(messages.size(), dispositions.size()));
    }
    return answer(received, settle(received, dispositions));
  }

  /** The ids of the messages that stay in the queue. */
  private Set<String> settle(List<Received> received, List<Disposition> dispositions) {
    Set<String> failed = new HashSet<>();
    List<SqsPosting.Letter> back = new ArrayList<>();
    List<SqsPosting.Letter> dead = new ArrayList<>();
    for (int i = 0; i < received.size(); i++) {
      Received message = received.get(i);
      switch (dispositions.get(i)) {
        case Disposition.Done done -> {}
        case Disposition.Retry retry -> failed.add(message.id());
        case Disposition.Later later -> back.add(message.later(later));
        case Disposition.Dead reason -> dead.add(message.dead(reason));
      }
    }
    failed.addAll(posting.post(queue.url(), back));
    failed.addAll(posting.post(queue.deadLetterUrl(), dead));
    return failed;
  }

  private static SQSBatchResponse answer(List<Received> received, Set<String> failed) {
    return new SQSBatchResponse(
        received.stream()
            .map(Received::id)
            .filter(failed::contains)
            .map(SQSBatchResponse.BatchItemFailure::new)
            .toList());
  }
}
