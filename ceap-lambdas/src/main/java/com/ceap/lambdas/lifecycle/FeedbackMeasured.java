package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.FeedbackKind;
import com.ceap.model.Message;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Metric;
import java.util.Optional;

/** What feedback on a message counts as. */
final class FeedbackMeasured {
  private FeedbackMeasured() {}

  /** Empty where the message was counted when it was handed over. */
  static Optional<Measurement> of(Message message, FeedbackKind kind) {
    return metric(kind)
        .map(metric -> metric.of(1, message.candidate().programId(), message.channelType()));
  }

  private static Optional<Metric> metric(FeedbackKind kind) {
    return switch (kind) {
      case ACCEPTED -> Optional.empty();
      case DELIVERED, OPTED_OUT -> Optional.of(Metric.DELIVERED);
      case OPENED -> Optional.of(Metric.OPENED);
      case CLICKED -> Optional.of(Metric.CLICKED);
      case BOUNCED_TRANSIENTLY, BOUNCED_PERMANENTLY, REJECTED -> Optional.of(Metric.BOUNCED);
      case COMPLAINED -> Optional.of(Metric.COMPLAINED);
    };
  }
}
