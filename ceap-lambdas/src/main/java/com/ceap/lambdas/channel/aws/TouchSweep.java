package com.ceap.lambdas.channel.aws;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Has a stage look at the dead letters of a queue, and lets those go that it is done with. */
final class TouchSweep {
  /** Of one sweep; the next one looks at further ones. */
  private static final int MOST = 1_000;

  /** Of one ReceiveMessage. */
  private static final int TOGETHER = 10;

  /** As long as a sweep may take, so that it meets no letter twice. */
  private static final int UNSEEN_SECONDS = 60;

  private final SqsClient client;
  private final QueueStage stage;

  TouchSweep(SqsClient client, QueueStage stage) {
    this.client = client;
    this.stage = stage;
  }

  /**
   * What a sweep did.
   *
   * @param looked letters that were looked at
   * @param settled those that have ended and are gone
   */
  record Swept(int looked, int settled) {
    Swept plus(Swept other) {
      return new Swept(looked + other.looked, settled + other.settled);
    }
  }

  /** Sweeps a queue of dead letters. */
  Swept sweep(String queueName) {
    String url = client.getQueueUrl(request -> request.queueName(queueName)).queueUrl();
    Swept all = new Swept(0, 0);
    List<Message> some = receive(url);
    while (!some.isEmpty()) {
      all = all.plus(sweep(url, some));
      some = all.looked() < MOST ? receive(url) : List.of();
    }
    return all;
  }

  private List<Message> receive(String url) {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(TOGETHER)
                    .visibilityTimeout(UNSEEN_SECONDS)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  private Swept sweep(String url, List<Message> letters) {
    List<Disposition> answers = stage.handle(letters.stream().map(TouchSweep::message).toList());
    List<Message> done =
        IntStream.range(0, letters.size())
            .filter(i -> answers.get(i) instanceof Disposition.Done)
            .mapToObj(letters::get)
            .toList();
    if (!done.isEmpty()) {
      client.deleteMessageBatch(request -> request.queueUrl(url).entries(entries(done)));
    }
    return new Swept(letters.size(), done.size());
  }

  private static QueueMessage message(Message letter) {
    String receives =
        letter.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
    return new QueueMessage(letter.messageId(), letter.body(), Integer.parseInt(receives));
  }

  private static List<DeleteMessageBatchRequestEntry> entries(List<Message> done) {
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int i = 0; i < done.size(); i++) {
      entries.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(Integer.toString(i))
              .receiptHandle(done.get(i).receiptHandle())
              .build());
    }
    return entries;
  }
}
