package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.QueueSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue as its description says, with its dead letters. */
public final class WorkQueue extends Construct {
  private final Queue queue;
  private final Queue deadLetters;

  /**
   * @param name without the environment's prefix
   */
  public WorkQueue(Construct scope, String id, Names names, String name, QueueSpec spec) {
    super(scope, id);
    this.deadLetters =
        new DeadLetterQueue(this, "dead-letters", names, QueueNames.deadLetters(name)).queue();
    this.queue =
        Queue.Builder.create(this, "queue")
            .queueName(names.queue(name))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(Duration.seconds(spec.visibility().toSeconds()))
            .retentionPeriod(Duration.seconds(spec.retention().toSeconds()))
            .deadLetterQueue(
                software.amazon.awscdk.services.sqs.DeadLetterQueue.builder()
                    .queue(deadLetters)
                    .maxReceiveCount(spec.receives())
                    .build())
            .build();
  }

  public Queue queue() {
    return queue;
  }

  public Queue deadLetters() {
    return deadLetters;
  }

  /**
   * Lets rules put events here, and what they cannot bring among the dead letters.
   *
   * @param rules the ARNs of rules, with wildcards
   */
  public void acceptEvents(List<String> rules) {
    for (Queue accepting : List.of(queue, deadLetters)) {
      accepting.addToResourcePolicy(
          PolicyStatement.Builder.create()
              .sid("EventsOfRules")
              .actions(List.of("sqs:SendMessage"))
              .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
              .resources(List.of(accepting.getQueueArn()))
              .conditions(
                  new TreeMap<>(
                      Map.of(
                          "ArnLike", Map.of("aws:SourceArn", rules),
                          "StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
              .build());
    }
  }
}
