package com.ceap.lambdas.reactive;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Rejection;
import com.ceap.model.Score;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what becomes of a program's events. */
record ReactiveMeasured(String programId, Measurements measurements) {
  private static final String STAGE = "reactive";

  void put(EventOutcome outcome, long nanos) {
    List<Measurement> all = new ArrayList<>();
    all.add(Metric.STAGE_IN.of(1, programId, STAGE));
    all.add(Metric.STAGE_TIME.of(nanos / 1e6, programId, STAGE));
    switch (outcome) {
      case EventOutcome.Stored(List<Score> scores) -> {
        all.add(Metric.STAGE_OUT.of(1, programId, STAGE));
        scores.forEach(score -> all.add(Metric.SCORES.of(1, programId, origin(score))));
      }
      case EventOutcome.Rejected(Rejection why) ->
          all.add(Metric.REJECTED.of(1, programId, why.filterId(), why.reasonCode()));
      case EventOutcome.Forgotten _ -> all.add(Metric.FORGOTTEN.of(1, STAGE));
      case EventOutcome.Duplicate _ -> all.add(Metric.DUPLICATES.of(1, programId, STAGE));
      case EventOutcome.Failed(Disposition.Retry(ErrorCode code, String _)) ->
          all.add(Metric.RETRIED.of(1, STAGE, code.name()));
      case EventOutcome.Failed(Disposition.Dead(ErrorCode code, String _)) ->
          all.add(Metric.DEAD.of(1, STAGE, code.name()));
      case EventOutcome.Failed _, EventOutcome.Disabled _, EventOutcome.Waiting _ -> {}
    }
    measurements.put(all);
  }

  private static String origin(Score score) {
    return score.origin().name().toLowerCase(Locale.ROOT);
  }
}
