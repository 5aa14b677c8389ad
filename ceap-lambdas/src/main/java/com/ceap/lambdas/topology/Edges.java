package com.ceap.lambdas.topology;

import com.ceap.lambdas.topology.Edge.Retry;
import com.ceap.lambdas.topology.Edge.Source;
import com.ceap.lambdas.topology.Edge.Target;
import com.ceap.storage.CeapTables;
import java.time.Duration;
import java.util.List;

/** What feeds each function. */
final class Edges {
  private static final Target TABLES = new Target.ToTables();
  private static final Target OBJECTS = new Target.ToObjects();
  private static final Target NEXT = new Target.ToNextState();
  private static final Target PROVIDERS = new Target.ToProviders();
  private static final Target TOUCHES = new Target.ToQueues(QueueKind.TOUCHES);

  /** The state machine itself says how often a state is tried again. */
  private static final Retry BY_STATE_MACHINE = new Retry(1, false);

  /** EventBridge calls a function and waits for no answer; Lambda tries twice more. */
  private static final Retry BY_LAMBDA = new Retry(3, true);

  static final List<Edge> ALL =
      List.of(
          state(Machine.BATCH, "Extract", FunctionName.EXTRACT, OBJECTS, TABLES, NEXT),
          state(Machine.BATCH, "Etl", FunctionName.ETL, OBJECTS, NEXT),
          state(Machine.BATCH, "Filter", FunctionName.FILTER, OBJECTS, NEXT),
          state(Machine.BATCH, "Score", FunctionName.SCORE, OBJECTS, TABLES, NEXT),
          state(Machine.BATCH, "Select", FunctionName.SELECT, OBJECTS, NEXT),
          state(Machine.BATCH, "Store", FunctionName.STORE, OBJECTS, TABLES, NEXT),
          state(Machine.BATCH, "Complete", FunctionName.COMPLETE, OBJECTS, TABLES, NEXT),
          state(Machine.CAMPAIGN, "Freeze", FunctionName.FREEZE, OBJECTS, TABLES, NEXT),
          state(Machine.CAMPAIGN, "SendPart", FunctionName.SEND_PART, TABLES, PROVIDERS, NEXT),
          state(Machine.RETRAIN, "Retrain", FunctionName.RETRAIN, OBJECTS, NEXT),
          new Edge(
              new Source.OfExecutions(Machine.BATCH),
              FunctionName.SETTLE,
              List.of(OBJECTS, TABLES),
              1,
              Duration.ZERO,
              BY_LAMBDA),
          queue(Queues.EVENTS, FunctionName.REACTIVE, TABLES, TOUCHES),
          queue(Queues.LIFECYCLE, FunctionName.LIFECYCLE, TABLES),
          queue(Queues.TOUCHES, FunctionName.CHANNEL, TABLES, TOUCHES, PROVIDERS),
          schedules(FunctionName.SWEEP, TABLES, TOUCHES),
          schedules(FunctionName.JOBS, TABLES, OBJECTS),
          schedules(FunctionName.EXPORT, TABLES, OBJECTS),
          new Edge(
              new Source.OfTable(CeapTables.CANDIDATES),
              FunctionName.CHANGES,
              List.of(OBJECTS),
              1_000,
              Duration.ofSeconds(60),
              new Retry(10, true)),
          new Edge(
              new Source.OfRoutes(),
              FunctionName.SERVING,
              List.of(new Target.ToCaller(), TABLES),
              1,
              Duration.ZERO,
              new Retry(1, false)));

  private Edges() {}

  private static Edge state(
      Machine machine, String substitution, FunctionName function, Target... targets) {
    return new Edge(
        new Source.OfState(machine, substitution),
        function,
        List.of(targets),
        1,
        Duration.ZERO,
        BY_STATE_MACHINE);
  }

  private static Edge queue(QueueSpec queue, FunctionName function, Target... targets) {
    return new Edge(
        new Source.OfQueues(queue.kind()),
        function,
        List.of(targets),
        10,
        Duration.ZERO,
        new Retry(queue.receives(), true));
  }

  private static Edge schedules(FunctionName function, Target... targets) {
    return new Edge(
        new Source.OfSchedules(), function, List.of(targets), 1, Duration.ZERO, BY_LAMBDA);
  }
}
