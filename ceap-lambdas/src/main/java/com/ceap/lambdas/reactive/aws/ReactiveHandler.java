package com.ceap.lambdas.reactive.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.lambdas.queue.ConcurrentStage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.lambdas.queue.aws.QueueArn;
import com.ceap.lambdas.queue.aws.QueueFunction;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.Setting;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.lambdas.wiring.aws.FunctionSettings;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Sums;
import java.util.List;
import java.util.function.Function;

/**
 * Decides about events, one function for all programs: the queue says which program an event is
 * for. The events of a batch are decided at the same time. Thread-safe.
 */
public final class ReactiveHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final QueueFunction function;

  /** As the environment says. */
  public ReactiveHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  /** In a place of one's own. */
  public ReactiveHandler(FunctionPlace place) {
    Sums sums = new Sums(place.measurements());
    String prefix =
        FunctionSettings.require(place.settings().queuePrefix(), Setting.CEAP_QUEUE_PREFIX);
    Function<QueueArn, QueueStage> stages =
        queue -> new ConcurrentStage(place.reactive().stage(program(prefix, queue), sums));
    this.function = new QueueFunction(place.sqs(), stages, sums);
    place.snapshots().primeEach(() -> listening(place), id -> place.reactive().stage(id).prime());
  }

  private static String program(String prefix, QueueArn queue) {
    String beginning = prefix + QueueNames.events("");
    if (!queue.name().startsWith(beginning)) {
      throw new CeapException(
          ErrorCode.SETTINGS_INVALID,
          "queue %s holds no program's events; their queues are called %s…"
              .formatted(queue.name(), beginning));
    }
    return queue.name().substring(beginning.length());
  }

  private static List<String> listening(FunctionPlace place) {
    return place.programs().newest().readable().stream()
        .filter(program -> !program.eventSources().isEmpty())
        .map(Program::programId)
        .toList();
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return function.handle(event, context);
  }
}
