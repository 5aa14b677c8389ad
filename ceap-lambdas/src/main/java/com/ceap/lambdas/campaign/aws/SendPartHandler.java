package com.ceap.lambdas.campaign.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.PartProgress;
import com.ceap.lambdas.campaign.PartRef;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.GroupDelivery;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Sums;
import com.ceap.storage.CampaignCounts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Sends a part of a campaign as far as it can. Answers the part again with {@code "state":
 * "ENDED"}, or with {@code "WAITING"} and {@code waitSeconds}, after which it is to be called
 * again; called twice or killed half way it sends nothing twice. Thread-safe.
 */
public final class SendPartHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer ones are the workflow's, which pays nothing for them; it counts them, though. */
  private static final Duration LONGEST_OWN_WAIT = Duration.ofSeconds(10);

  /** What one more pass over a part may take. */
  private static final int LEAST_MILLIS_LEFT = 120_000;

  private final CampaignSending sending;
  private final InstantSource clock;
  private final Consumer<Duration> pause;
  private final Sums sums;

  /** As the environment says. */
  public SendPartHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  /** In a place of one's own. */
  public SendPartHandler(FunctionPlace place) {
    this(place, new Sums(place.measurements()));
  }

  private SendPartHandler(FunctionPlace place, Sums sums) {
    this(
        new CampaignSending(
            place.stores(),
            place.objects(),
            new GroupDelivery(place.delivery(), DeliverySettings.DEFAULT, place.clock(), sums),
            place.clock()),
        place.clock(),
        after -> LockSupport.parkNanos(after.toNanos()),
        sums);
  }

  /**
   * @param pause lets real time pass, about so much
   */
  public SendPartHandler(CampaignSending sending, InstantSource clock, Consumer<Duration> pause) {
    this(sending, clock, pause, new Sums(Measurements.NONE));
  }

  private SendPartHandler(
      CampaignSending sending, InstantSource clock, Consumer<Duration> pause, Sums sums) {
    this.sums = sums;
    this.sending = sending;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    PartRef ref = PartRef.of(JSON.readTree(in));
    ObjectNode answer = ref.tree();
    switch (measured(ref, context)) {
      case PartProgress.Ended(CampaignCounts counts) ->
          answer.put("state", "ENDED").put("messages", counts.ended());
      case PartProgress.Over _ -> answer.put("state", "ENDED");
      case PartProgress.Waits(var why, Duration after) ->
          wait(answer.put("why", why.name()), after);
      case PartProgress.NotDue(Instant at) -> wait(answer, Duration.between(clock.instant(), at));
    }
    JSON.writeValue(out, answer);
  }

  /** What went out before something failed has gone out, too. */
  private PartProgress measured(PartRef ref, Context context) {
    try {
      return send(ref, context);
    } finally {
      sums.flush();
    }
  }

  private PartProgress send(PartRef ref, Context context) {
    PartProgress progress = sending.send(ref.campaign(), ref.part());
    while (progress instanceof PartProgress.Waits waits
        && waits.after().compareTo(LONGEST_OWN_WAIT) <= 0
        && context.getRemainingTimeInMillis() > LEAST_MILLIS_LEFT) {
      pause.accept(waits.after());
      progress = sending.send(ref.campaign(), ref.part());
    }
    return progress;
  }

  /** A wait state takes whole seconds. */
  private static void wait(ObjectNode answer, Duration after) {
    answer
        .put("state", "WAITING")
        .put("waitSeconds", Math.max(1, after.plusMillis(999).toSeconds()));
  }
}
