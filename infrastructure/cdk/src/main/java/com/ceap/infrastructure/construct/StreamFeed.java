package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.storage.table.TableDefinition;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.FilterRule;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * Brings the changes of a table to a function, only those that the table's feed gives. What fails
 * again and again is told to dead letters, and the shard goes on.
 */
public final class StreamFeed extends Construct {
  private final Queue deadLetters;

  public StreamFeed(
      Construct scope, Names names, PlatformFunction function, Edge edge, TableDefinition table) {
    super(scope, function.spec().name().text() + "-feed");
    this.deadLetters =
        new DeadLetterQueue(
                this, "dead-letters", names, QueueNames.deadLetters(function.spec().name().text()))
            .queue();
    EventSourceMapping.Builder.create(this, "mapping")
        .target(function.live())
        .eventSourceArn(StringParameter.valueForStringParameter(this, names.streamParameter(table)))
        .startingPosition(StartingPosition.TRIM_HORIZON)
        .batchSize(edge.batch())
        .maxBatchingWindow(Duration.seconds(edge.window().toSeconds()))
        .retryAttempts(edge.retry().attempts() - 1)
        .bisectBatchOnError(true)
        .reportBatchItemFailures(true)
        .filters(table.fed().stream().map(prefix -> filter(table, prefix)).toList())
        .onFailure(new SqsDlq(deadLetters))
        .build();
  }

  private static Map<String, Object> filter(TableDefinition table, String prefix) {
    Map<String, Object> key = Map.of("S", FilterRule.beginsWith(prefix));
    return FilterCriteria.filter(Map.of("dynamodb", Map.of("Keys", Map.of(table.sortKey(), key))));
  }

  public Queue deadLetters() {
    return deadLetters;
  }
}
