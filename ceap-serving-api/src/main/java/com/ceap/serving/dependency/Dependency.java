package com.ceap.serving.dependency;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCategory;
import com.ceap.serving.metrics.Degradation;
import com.ceap.serving.metrics.ServingMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Something that an answer can do without. Once it has failed it is left alone for a few seconds,
 * so that its outage does not slow down every answer. Thread-safe.
 */
public final class Dependency {
  private static final Duration REST = Duration.ofSeconds(5);

  /** The last failure, and until when it keeps others from asking. */
  private record Failure(RuntimeException cause, Instant until) {}

  private final Degradation without;
  private final ServingMetrics metrics;
  private final InstantSource clock;
  private final AtomicReference<Optional<Failure>> failure =
      new AtomicReference<>(Optional.empty());

  /**
   * A dependency.
   *
   * @param without what an answer says that did without it
   */
  public Dependency(Degradation without, ServingMetrics metrics, InstantSource clock) {
    this.without = without;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What the call answers; empty where it fails, or would have a moment ago. */
  public <T> Optional<T> ask(Supplier<T> call) {
    Optional<Failure> resting = failure.get().filter(f -> clock.instant().isBefore(f.until()));
    if (resting.isPresent()) {
      metrics.degraded(without, resting.get().cause());
      return Optional.empty();
    }
    try {
      return Optional.of(call.get());
    } catch (RuntimeException e) {
      metrics.degraded(without, e);
      if (!causedByTheQuestion(e)) {
        failure.set(Optional.of(new Failure(e, clock.instant().plus(REST))));
      }
      return Optional.empty();
    }
  }

  /** An id that no store can hold says nothing about the store. */
  private static boolean causedByTheQuestion(RuntimeException e) {
    return e instanceof CeapException ceap && ceap.category() == ErrorCategory.INVALID_INPUT;
  }
}
