package com.ceap.lambdas.queue.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Puts messages into queues, in batches. Thread-safe. */
final class SqsPosting {
  /** Messages and bytes of one SendMessageBatch; queues may be set up to take no more bytes. */
  private static final int MAX_MESSAGES = 10;

  private static final int MAX_BYTES = 256 * 1024;

  private final SqsClient client;

  SqsPosting(SqsClient client) {
    this.client = client;
  }

  /**
   * A message to be put into a queue.
   *
   * @param id of the message that it stands for
   * @param delaySeconds 0 to 900
   */
  record Letter(String id, String body, int delaySeconds, Map<String, String> attributes) {
    int bytes() {
      int bytes = utf8(body);
      for (Map.Entry<String, String> attribute : attributes.entrySet()) {
        bytes += utf8(attribute.getKey()) + utf8("String") + utf8(attribute.getValue());
      }
      return bytes;
    }

    private static int utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** Posts messages and answers the ids of those that the queue did not take. */
  Set<String> post(String url, List<Letter> letters) {
    Set<String> failed = new HashSet<>();
    List<Letter> batch = new ArrayList<>();
    int bytes = 0;
    for (Letter letter : letters) {
      if (batch.size() == MAX_MESSAGES || bytes + letter.bytes() > MAX_BYTES) {
        failed.addAll(postBatch(url, batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(letter);
      bytes += letter.bytes();
    }
    failed.addAll(postBatch(url, batch));
    return failed;
  }

  private Set<String> postBatch(String url, List<Letter> batch) {
    if (batch.isEmpty()) {
      return Set.of();
    }
    Set<Integer> taken = taken(url, batch);
    return IntStream.range(0, batch.size())
        .filter(i -> !taken.contains(i))
        .mapToObj(i -> batch.get(i).id())
        .collect(Collectors.toSet());
  }

  /** The places of the messages that the queue surely took. */
  private Set<Integer> taken(String url, List<Letter> batch) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    try {
      SendMessageBatchResponse response =
          client.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
      return response.successful().stream()
          .map(SendMessageBatchResultEntry::id)
          .map(Integer::valueOf)
          .collect(Collectors.toSet());
    } catch (SdkException theyStayInTheirQueue) {
      return Set.of();
    }
  }

  private static SendMessageBatchRequestEntry entry(int id, Letter letter) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(id))
        .messageBody(letter.body())
        .delaySeconds(letter.delaySeconds())
        .messageAttributes(
            letter.attributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue()))))
        .build();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
