package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.Edge;
import java.util.List;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.constructs.Construct;

/** Brings the messages of a queue to a function, so many batches at a time. */
public final class QueueFeed extends Construct {
  private final CfnEventSourceMapping mapping;

  /**
   * @param functionArn the alias
   * @param concurrency 2 to 1000
   */
  public QueueFeed(
      Construct scope, WorkQueue queue, String functionArn, Edge edge, int concurrency) {
    super(scope, "feed");
    this.mapping =
        CfnEventSourceMapping.Builder.create(this, "mapping")
            .eventSourceArn(queue.queue().getQueueArn())
            .functionName(functionArn)
            .batchSize(edge.batch())
            .functionResponseTypes(List.of("ReportBatchItemFailures"))
            .scalingConfig(
                CfnEventSourceMapping.ScalingConfigProperty.builder()
                    .maximumConcurrency(concurrency)
                    .build())
            .build();
  }

  /** The role must be able to receive before a mapping is made. */
  public void after(PlatformFunction function) {
    mapping.getNode().addDependency(function);
  }
}
