package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.FeedbackKind;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a stage does. Thread-safe. */
final class LifecycleCounts {
  private static final String STAGE = "lifecycle";

  private final Measurements measurements;
  private final LongAdder done = new LongAdder();
  private final LongAdder passedOver = new LongAdder();
  private final LongAdder exited = new LongAdder();
  private final LongAdder converted = new LongAdder();
  private final LongAdder credited = new LongAdder();
  private final LongAdder optedOut = new LongAdder();
  private final LongAdder optedIn = new LongAdder();
  private final LongAdder closed = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder unknownMessages = new LongAdder();
  private final LongAdder reference = new LongAdder();
  private final LongAdder outdated = new LongAdder();
  private final LongAdder forgotten = new LongAdder();
  private final LongAdder waiting = new LongAdder();
  private final Map<FeedbackKind, Long> feedback = new ConcurrentHashMap<>();
  private final Map<ErrorCode, Long> failed = new ConcurrentHashMap<>();
  private final Map<ErrorCode, Long> dead = new ConcurrentHashMap<>();

  LifecycleCounts(Measurements measurements) {
    this.measurements = measurements;
  }

  void ended(Disposition disposition) {
    switch (disposition) {
      case Disposition.Done _ -> done.increment();
      case Disposition.Later _ -> waiting.increment();
      case Disposition.Retry(ErrorCode code, String _) -> {
        failed.merge(code, 1L, Long::sum);
        measurements.put(Metric.RETRIED.of(1, STAGE, code.name()));
      }
      case Disposition.Dead(ErrorCode code, String _) -> {
        dead.merge(code, 1L, Long::sum);
        measurements.put(Metric.DEAD.of(1, STAGE, code.name()));
      }
    }
  }

  void passedOver() {
    passedOver.increment();
  }

  void exited(CandidateKey key) {
    exited.increment();
    measurements.put(Metric.EXITED.of(1, key.programId()));
  }

  void converted(CandidateKey key, boolean byMessage) {
    converted.increment();
    measurements.put(Metric.CONVERTED.of(1, key.programId()));
    if (byMessage) {
      credited.increment();
    }
  }

  void consented(boolean out) {
    (out ? optedOut : optedIn).increment();
  }

  void closed() {
    closed.increment();
  }

  void news(Message message, FeedbackKind kind, boolean moved) {
    if (moved) {
      feedback.merge(kind, 1L, Long::sum);
      FeedbackMeasured.of(message, kind).ifPresent(measurements::put);
    } else {
      repeated.increment();
    }
  }

  void unknownMessage() {
    unknownMessages.increment();
  }

  void reference(boolean taken) {
    (taken ? reference : outdated).increment();
  }

  void forgotten() {
    forgotten.increment();
    measurements.put(Metric.FORGOTTEN.of(1, STAGE));
  }

  LifecycleReport report() {
    return new LifecycleReport(
        done.sum(),
        passedOver.sum(),
        exited.sum(),
        converted.sum(),
        credited.sum(),
        optedOut.sum(),
        optedIn.sum(),
        closed.sum(),
        feedback,
        repeated.sum(),
        unknownMessages.sum(),
        reference.sum(),
        outdated.sum(),
        forgotten.sum(),
        waiting.sum(),
        failed,
        dead);
  }
}
