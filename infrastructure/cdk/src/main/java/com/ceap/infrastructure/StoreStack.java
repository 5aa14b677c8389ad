package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.EndedExecutions;
import com.ceap.infrastructure.construct.FunctionSchedules;
import com.ceap.infrastructure.construct.PlatformFunction;
import com.ceap.infrastructure.construct.StreamFeed;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.StackName;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The last states of the batch, the scheduled jobs, and what follows the tables' changes. */
public final class StoreStack extends Stack {
  StoreStack(Construct scope, Platform platform) {
    super(
        scope,
        StackName.STORE_WORKFLOW.title(),
        StackSettings.of(
            platform.environment(),
            StackName.STORE_WORKFLOW.title(),
            "CEAP: storing, scheduled jobs, changes"));
    Map<FunctionName, PlatformFunction> functions =
        platform.addFunctions(this, StackName.STORE_WORKFLOW);
    for (PlatformFunction function : functions.values()) {
      for (Edge edge : platform.topology().edgesTo(function.spec().name())) {
        connect(platform, function, edge);
      }
    }
  }

  private void connect(Platform platform, PlatformFunction function, Edge edge) {
    switch (edge.source()) {
      case Edge.Source.OfSchedules _ ->
          new FunctionSchedules(this, platform.names(), function, edge, platform.topology());
      case Edge.Source.OfExecutions(var machine) ->
          new EndedExecutions(this, platform.names(), function, edge, machine);
      case Edge.Source.OfTable(var table) ->
          new StreamFeed(this, platform.names(), function, edge, table);
      // Program stacks call the states of their machines.
      case Edge.Source.OfState _, Edge.Source.OfQueues _, Edge.Source.OfRoutes _ -> {}
    }
  }
}
