package com.ceap.lambdas.channel.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.DeliveryStage;
import com.ceap.lambdas.queue.ConcurrentStage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.lambdas.queue.aws.QueueFunction;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.runtime.metrics.Sums;

/**
 * Delivers due touches of every type of channel. The touches of a batch are delivered at the same
 * time. Thread-safe.
 */
public final class ChannelHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final QueueFunction function;

  /** As the environment says. */
  public ChannelHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  /** In a place of one's own. */
  public ChannelHandler(FunctionPlace place) {
    Sums sums = new Sums(place.measurements());
    QueueStage stage =
        new ConcurrentStage(
            new DeliveryStage(place.delivery(), DeliverySettings.DEFAULT, place.clock(), sums));
    this.function = new QueueFunction(place.sqs(), _ -> stage, sums);
    place.snapshots().prime(() -> DeliveryPriming.prime(place));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return function.handle(event, context);
  }
}
