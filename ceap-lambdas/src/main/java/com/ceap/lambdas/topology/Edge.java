package com.ceap.lambdas.topology;

import com.ceap.storage.table.TableDefinition;
import java.time.Duration;
import java.util.List;

/**
 * What feeds a function.
 *
 * @param targets what the function feeds in turn
 * @param batch how many records it is given at most
 * @param window how long a batch is gathered
 * @param retry what happens to what it fails on
 */
public record Edge(
    Source source,
    FunctionName function,
    List<Target> targets,
    int batch,
    Duration window,
    Retry retry) {
  public Edge {
    targets = List.copyOf(targets);
  }

  /** Where records come from. */
  public sealed interface Source {
    /** Every queue of a kind. */
    record OfQueues(QueueKind queues) implements Source {}

    /** A state of a state machine, by its substitution such as {@code Extract}. */
    record OfState(Machine machine, String substitution) implements Source {}

    /** Executions of a kind of state machine that have ended without success. */
    record OfExecutions(Machine machine) implements Source {}

    /** What changes in a table. */
    record OfTable(TableDefinition table) implements Source {}

    /** The clock; every schedule that names the function. */
    record OfSchedules() implements Source {}

    /** Requests on every route. */
    record OfRoutes() implements Source {}
  }

  /** Where a function's work goes. */
  public sealed interface Target {
    record ToTables() implements Target {}

    record ToObjects() implements Target {}

    record ToQueues(QueueKind queues) implements Target {}

    /** The next state, by the state machine's definition. */
    record ToNextState() implements Target {}

    record ToProviders() implements Target {}

    record ToCaller() implements Target {}
  }

  /**
   * What happens to what a function fails on.
   *
   * @param attempts how often a record is handed over in all
   * @param deadLetters whether it is kept for people then; where not, the caller is told
   */
  public record Retry(int attempts, boolean deadLetters) {}
}
