package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.QueueNames;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What becomes of calls by the clock that a function fails on: retried, then dead letters. */
public final class AsyncFailures extends Construct {
  /** Beyond it a call is out of date; the next one is due. */
  private static final Duration LONGEST = Duration.hours(1);

  private final Queue deadLetters;

  public AsyncFailures(Construct scope, Names names, PlatformFunction function, Edge edge) {
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
                .maxEventAge(LONGEST)
                .onFailure(new SqsDestination(deadLetters))
                .build());
  }

  public Queue deadLetters() {
    return deadLetters;
  }
}
