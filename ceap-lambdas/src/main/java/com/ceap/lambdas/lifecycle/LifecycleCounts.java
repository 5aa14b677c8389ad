package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.FeedbackKind;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.error.ErrorCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a stage does. Thread-safe. */
final class LifecycleCounts {
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
  private final LongAdder waiting = new LongAdder();
  private final Map<FeedbackKind, Long> feedback = new ConcurrentHashMap<>();
  private final Map<ErrorCode, Long> failed = new ConcurrentHashMap<>();
  private final Map<ErrorCode, Long> dead = new ConcurrentHashMap<>();

  void ended(Disposition disposition) {
    switch (disposition) {
      case Disposition.Done _ -> done.increment();
      case Disposition.Later _ -> waiting.increment();
      case Disposition.Retry(ErrorCode code, String _) -> failed.merge(code, 1L, Long::sum);
      case Disposition.Dead(ErrorCode code, String _) -> dead.merge(code, 1L, Long::sum);
    }
  }

  void passedOver() {
    passedOver.increment();
  }

  void exited() {
    exited.increment();
  }

  void converted(boolean byMessage) {
    converted.increment();
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

  void news(FeedbackKind kind, boolean moved) {
    if (moved) {
      feedback.merge(kind, 1L, Long::sum);
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
        waiting.sum(),
        failed,
        dead);
  }
}
