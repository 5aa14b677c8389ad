package com.ceap.lambdas.channel.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.LeaseSweeper;
import com.ceap.lambdas.channel.aws.TouchSweep.Swept;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.Setting;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.lambdas.wiring.aws.FunctionSettings;
import com.ceap.runtime.aws.FunctionLog;
import java.util.List;
import java.util.Map;

/**
 * Looks at the dead letters of due touches, once a minute: one whose message was reserved ends
 * there, so that its sending is not left open. Thread-safe.
 */
public final class SweepHandler
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
  private static final FunctionLog LOG = FunctionLog.of(SweepHandler.class);

  private final TouchSweep sweep;
  private final List<String> queues;

  /** As the environment says. */
  public SweepHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  /** In a place of one's own. */
  public SweepHandler(FunctionPlace place) {
    String prefix =
        FunctionSettings.require(place.settings().queuePrefix(), Setting.CEAP_QUEUE_PREFIX);
    this.sweep =
        new TouchSweep(
            place.sqs(),
            new LeaseSweeper(place.delivery(), DeliverySettings.DEFAULT, place.clock()));
    this.queues =
        place.delivery().adapters().keySet().stream()
            .sorted()
            .map(type -> prefix + QueueNames.deadLetters(QueueNames.touches(type)))
            .toList();
    place.snapshots().prime(() -> DeliveryPriming.prime(place));
  }

  /** Sweeps; how many letters were looked at, and how many of them have ended. */
  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> event, Context context) {
    return LOG.during(context, "", this::sweep);
  }

  private Map<String, Integer> sweep() {
    Swept all = queues.stream().map(sweep::sweep).reduce(new Swept(0, 0), Swept::plus);
    Map<String, Integer> told = Map.of("looked", all.looked(), "settled", all.settled());
    LOG.info("dead letters were swept", told);
    return told;
  }
}
