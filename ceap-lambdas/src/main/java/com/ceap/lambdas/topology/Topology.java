package com.ceap.lambdas.topology;

import com.ceap.storage.CeapTables;
import com.ceap.storage.table.TableDefinition;
import java.util.List;

/** All that the platform is made of. */
public record Topology(
    List<FunctionSpec> functions,
    List<Edge> edges,
    List<TableDefinition> tables,
    List<QueueSpec> queues,
    List<RuleSpec> rules,
    List<ScheduleSpec> schedules,
    List<ApiRoute> routes) {

  public static final Topology PLATFORM =
      new Topology(
          Functions.ALL,
          Edges.ALL,
          CeapTables.ALL,
          Queues.ALL,
          List.of(
              new RuleSpec(RuleSpec.Events.OF_PROGRAM, QueueKind.EVENTS),
              new RuleSpec(RuleSpec.Events.OF_LIFECYCLE, QueueKind.LIFECYCLE)),
          Schedules.ALL,
          Routes.ALL);

  public Topology {
    functions = List.copyOf(functions);
    edges = List.copyOf(edges);
    tables = List.copyOf(tables);
    queues = List.copyOf(queues);
    rules = List.copyOf(rules);
    schedules = List.copyOf(schedules);
    routes = List.copyOf(routes);
  }

  /** The function of a name. */
  public FunctionSpec function(FunctionName name) {
    return functions.stream()
        .filter(function -> function.name() == name)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no function " + name));
  }

  /** The queues of a kind. */
  public QueueSpec queue(QueueKind kind) {
    return queues.stream()
        .filter(queue -> queue.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queues " + kind));
  }

  /** What feeds a function; empty for one that nothing feeds. */
  public List<Edge> edgesTo(FunctionName name) {
    return edges.stream().filter(edge -> edge.function() == name).toList();
  }
}
