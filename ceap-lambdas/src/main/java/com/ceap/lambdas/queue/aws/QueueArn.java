package com.ceap.lambdas.queue.aws;

import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The queue that a message comes from, as Lambda names it. */
public record QueueArn(String region, String account, String name) {
  private static final String DEAD_LETTERS = "-dlq";

  /**
   * Reads {@code arn:aws:sqs:REGION:ACCOUNT:NAME}.
   *
   * @throws IllegalArgumentException where it is something else
   */
  public static QueueArn parse(String text) {
    Arn arn = Arn.fromString(text);
    if (!arn.service().equals("sqs") || arn.region().isEmpty() || arn.accountId().isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is no queue; it should read arn:aws:sqs:REGION:ACCOUNT:NAME".formatted(text));
    }
    return new QueueArn(arn.region().get(), arn.accountId().get(), arn.resource().resource());
  }

  /** The queue and its dead letters, which lie beside it. */
  SqsQueue queue() {
    return new SqsQueue(url(name), url(name + DEAD_LETTERS));
  }

  /** "Queue and message identifiers" in the SQS developer guide. */
  private String url(String queue) {
    String domain = PartitionMetadata.of(Region.of(region)).dnsSuffix();
    return "https://sqs.%s.%s/%s/%s".formatted(region, domain, account, queue);
  }
}
