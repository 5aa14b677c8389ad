package com.ceap.lambdas.reactive;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.scoring.Scorer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Works on the queue of one program's events. Every event ends as a candidate with its first touch
 * scheduled, as a rejection whose reason is kept, as a duplicate, or as a dead letter; the newest
 * version of the program decides.
 */
public final class ReactiveStage implements QueueStage {
  private final String programId;
  private final ReactivePlace place;
  private final Scorer scorer;
  private final Map<String, EventWork> byVersion = new ConcurrentHashMap<>();
  private final ReactiveCounts counts = new ReactiveCounts();
  private final ReactiveMeasured measured;

  ReactiveStage(String programId, ReactivePlace place, Measurements measurements) {
    this.programId = programId;
    this.place = place;
    this.scorer = place.scorer();
    this.measured = new ReactiveMeasured(programId, measurements);
  }

  @Override
  public List<Disposition> handle(List<QueueMessage> batch) {
    return batch.stream().map(this::handle).toList();
  }

  /** What was done since the start. */
  public ReactiveReport report() {
    return counts.report();
  }

  /** Goes the way of an event as far as it only reads, for a customer who does not exist. */
  public void prime() {
    place.programs().newest(programId).ifPresent(program -> work(program).prime());
  }

  private Disposition handle(QueueMessage message) {
    long started = System.nanoTime();
    EventOutcome outcome = outcome(message);
    counts.count(outcome);
    measured.put(outcome, System.nanoTime() - started);
    return outcome.disposition();
  }

  private EventOutcome outcome(QueueMessage message) {
    try {
      Optional<Program> program = place.programs().newest(programId).filter(Program::enabled);
      return program.isPresent()
          ? work(program.get()).on(message.body())
          : new EventOutcome.Disabled();
    } catch (CeapException e) {
      return new EventOutcome.Failed(Disposition.failed(e));
    } catch (RuntimeException e) {
      // Its message may name the customer.
      return new EventOutcome.Failed(
          new Disposition.Retry(ErrorCode.DEFECT, "an event met " + e.getClass().getName()));
    }
  }

  private EventWork work(Program program) {
    EventWork known = byVersion.get(program.version());
    if (known != null) {
      return known;
    }
    EventWork work =
        byVersion.computeIfAbsent(
            program.version(), _ -> new EventWork(place.decisions(program, scorer), place));
    byVersion.keySet().retainAll(Set.of(program.version()));
    return work;
  }
}
