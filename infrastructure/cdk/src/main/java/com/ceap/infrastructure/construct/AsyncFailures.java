package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.QueueNames;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * What becomes of calls that nobody waits for and a function fails on: retried, then dead letters.
 */
public final class AsyncFailures extends Construct {
  private final Queue deadLetters;

  /**
   * @param longest how old a call may become before it is given up, up to six hours
   */
  public AsyncFailures(
      Construct scope, Names names, PlatformFunction function, Edge edge, Duration longest) {
    super(scope, function.spec().name().text() + "-failures");
    this.deadLetters =
        new DeadLetterQueue(
                this, "dead-letters", names, QueueNames.deadLetters(function.spec().name().text()))
            .queue();
    function
        .live()
        .configureAsyncInvoke(
            EventInvokeConfigOptions.builder()
                .retryAttempts(edge.retry().attempts() - 1)
                .maxEventAge(longest)
                .onFailure(new SqsDestination(deadLetters))
                .build());
  }

  public Queue deadLetters() {
    return deadLetters;
  }
}
