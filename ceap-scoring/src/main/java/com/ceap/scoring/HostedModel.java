package com.ceap.scoring;

import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ModelSpec;
import com.ceap.scoring.CallOutcome.Answered;
import com.ceap.scoring.CallOutcome.Failed;
import com.ceap.scoring.CallOutcome.Refused;
import com.ceap.scoring.CallOutcome.Unfit;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One model of one program behind its circuit breaker. Thread-safe. */
final class HostedModel {
  private final ModelSpec spec;
  private final ScoringProvider provider;
  private final CircuitBreaker breaker;

  HostedModel(ModelSpec spec, ScoringProvider provider, CircuitBreaker breaker) {
    this.spec = spec;
    this.provider = provider;
    this.breaker = breaker;
  }

  ModelSpec spec() {
    return spec;
  }

  /**
   * One call of the model; whatever goes wrong with the model is an outcome.
   *
   * @throws CeapException of category CONFIGURATION: no later call can succeed either
   */
  CallOutcome call(List<Attributes> rows) {
    if (!breaker.tryAcquirePermission()) {
      return new Refused(refusal());
    }
    long start = System.nanoTime();
    try {
      CallOutcome outcome = ask(rows);
      settle(outcome, System.nanoTime() - start);
      return outcome;
    } catch (RuntimeException | Error e) {
      breaker.releasePermission();
      throw e;
    }
  }

  private CallOutcome ask(List<Attributes> rows) {
    try {
      List<ModelAnswer> answers = provider.score(rows);
      requireOneEach(answers, rows);
      return new Answered(answers);
    } catch (RuntimeException e) {
      return outcome(coded(e));
    }
  }

  private void settle(CallOutcome outcome, long nanos) {
    switch (outcome) {
      case Answered answered -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case Failed failed -> breaker.onError(nanos, TimeUnit.NANOSECONDS, failed.problem());
      case Unfit unfit -> breaker.releasePermission();
      case Refused refused -> breaker.releasePermission();
    }
  }

  /** The error's category alone decides: stop, isolate the row, or let something stand in. */
  private static CallOutcome outcome(CeapException problem) {
    return switch (problem.category()) {
      case CONFIGURATION -> throw problem;
      case INVALID_INPUT -> new Unfit(problem);
      case TRANSIENT, DEPENDENCY_DOWN, DEFECT -> new Failed(problem);
    };
  }

  /** A provider's own bug is the model's failure: it must not reach other programs. */
  private CeapException coded(RuntimeException e) {
    return e instanceof CeapException coded
        ? coded
        : new CeapException(
            ErrorCode.MODEL_UNAVAILABLE,
            "model '%s': the provider of '%s' threw %s"
                .formatted(spec.modelId(), spec.endpoint(), e.getClass().getName()),
            e);
  }

  private void requireOneEach(List<ModelAnswer> answers, List<Attributes> rows) {
    if (answers.size() != rows.size()) {
      throw new CeapException(
          ErrorCode.MODEL_ANSWER_INVALID,
          "model '%s' gave %d answers for %d rows; it must give one for each"
              .formatted(spec.modelId(), answers.size(), rows.size()));
    }
  }

  private CeapException refusal() {
    return new CeapException(
        ErrorCode.MODEL_UNAVAILABLE,
        "model '%s' is not called for now, since its last calls failed; it is tried again after %d s"
            .formatted(spec.modelId(), Breakers.OPEN_FOR.toSeconds()));
  }
}
