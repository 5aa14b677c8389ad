package com.ceap.lambdas.channel;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.DueTouch;
import com.ceap.model.Message;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import java.util.ArrayList;
import java.util.List;

/** Tells what becomes of due touches, and of messages that are delivered together. */
record DeliveryMeasured(Measurements measurements) {
  private static final String STAGE = "delivery";

  void put(DueTouch touch, DeliveryResult result, long nanos) {
    String program = touch.key().programId();
    List<Measurement> all = new ArrayList<>();
    all.add(Metric.STAGE_IN.of(1, program, STAGE));
    all.add(Metric.STAGE_TIME.of(nanos / 1e6, program, STAGE));
    switch (result) {
      case DeliveryResult.Recorded(Message message) -> {
        all.add(Metric.STAGE_OUT.of(1, program, STAGE));
        all.add(of(message));
      }
      case DeliveryResult.Known _ -> all.add(Metric.DUPLICATES.of(1, program, STAGE));
      case DeliveryResult.Forgotten _,
          DeliveryResult.Deferred _,
          DeliveryResult.Waits _,
          DeliveryResult.NotStored _,
          DeliveryResult.Overtaken _ -> {}
    }
    measurements.put(all);
  }

  /** Of messages that are brought again until all have ended: each counts once, when it ends. */
  void putEnded(List<DeliveryResult> results) {
    List<Measurement> all = new ArrayList<>();
    for (DeliveryResult result : results) {
      if (result instanceof DeliveryResult.Recorded(Message message)) {
        String program = message.candidate().programId();
        all.add(Metric.STAGE_IN.of(1, program, STAGE));
        all.add(Metric.STAGE_OUT.of(1, program, STAGE));
        all.add(of(message));
      }
    }
    measurements.put(all);
  }

  /** Of a touch that was tried again or given up. */
  void put(Disposition disposition) {
    switch (disposition) {
      case Disposition.Retry(ErrorCode code, String _) ->
          measurements.put(Metric.RETRIED.of(1, STAGE, code.name()));
      case Disposition.Dead(ErrorCode code, String _) ->
          measurements.put(Metric.DEAD.of(1, STAGE, code.name()));
      case Disposition.Done _, Disposition.Later _ -> {}
    }
  }

  /** A stage records how a message went out or why not; what came of it is told later. */
  private static Measurement of(Message message) {
    String program = message.candidate().programId();
    String type = message.channelType();
    String reason = message.reason().orElse("");
    return switch (message.state()) {
      case SHADOWED -> Metric.SHADOWED.of(1, program, type);
      case SUPPRESSED -> Metric.SUPPRESSED.of(1, program, type, reason);
      case FAILED -> Metric.FAILED.of(1, program, type, reason);
      case UNKNOWN -> Metric.UNKNOWN.of(1, program, type);
      case SENT, BOUNCED, DELIVERED, OPENED, CLICKED, CONVERTED, COMPLAINED ->
          Metric.SENT.of(1, program, type);
    };
  }
}
