package com.ceap.lambdas.lifecycle.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.lambdas.lifecycle.LifecycleStage;
import com.ceap.lambdas.queue.aws.QueueFunction;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.runtime.metrics.Sums;
import java.util.Set;

/**
 * Works on what ends journeys, on opt-outs, feedback and reference data. The events of a batch are
 * taken one after the other, since several may concern one customer. Thread-safe.
 */
public final class LifecycleHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final String NOBODY = "-";

  private final QueueFunction function;

  /** As the environment says. */
  public LifecycleHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  /** In a place of one's own. */
  public LifecycleHandler(FunctionPlace place) {
    Sums sums = new Sums(place.measurements());
    LifecycleStage stage =
        new LifecycleStage(place.stores(), place.programs(), place.clock(), sums);
    this.function = new QueueFunction(place.sqs(), _ -> stage, sums);
    place.snapshots().prime(() -> prime(place));
  }

  private static void prime(FunctionPlace place) {
    var _ = place.programs().newest();
    var _ = place.stores().candidates().findConsistently(NOBODY);
    var _ = place.stores().customers().customers(Set.of(NOBODY));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return function.handle(event, context);
  }
}
