package com.ceap.infrastructure.construct;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where what nobody could deal with waits for people, for 14 days: the longest SQS keeps it. */
public final class DeadLetterQueue extends Construct {
  private final Queue queue;

  /**
   * @param name without the environment's prefix
   */
  public DeadLetterQueue(Construct scope, String id, Names names, String name) {
    super(scope, id);
    this.queue =
        Queue.Builder.create(this, "queue")
            .queueName(names.queue(name))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            .build();
    Excused.on(
        queue,
        new Excused(
            "AwsSolutions-SQS3",
            "It is itself where dead letters go; an alarm watches its depth."));
  }

  public Queue queue() {
    return queue;
  }
}
