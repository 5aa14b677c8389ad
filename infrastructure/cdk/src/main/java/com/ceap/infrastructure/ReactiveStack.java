package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.LifecycleRules;
import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.construct.PlatformBus;
import com.ceap.infrastructure.construct.PlatformFunction;
import com.ceap.infrastructure.construct.QueueFeed;
import com.ceap.infrastructure.construct.QueueRule;
import com.ceap.infrastructure.construct.WorkQueue;
import com.ceap.lambdas.lifecycle.LifecycleRoutes;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.StackName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The buses, the functions behind events, and the queue of what ends journeys. */
public final class ReactiveStack extends Stack {
  ReactiveStack(Construct scope, Platform platform) {
    super(
        scope,
        StackName.REACTIVE_WORKFLOW.title(),
        StackSettings.of(
            platform.environment(),
            StackName.REACTIVE_WORKFLOW.title(),
            "CEAP: buses, and functions behind events"));
    Collection<String> buses = platform.environment().eventBuses().values();
    List<PlatformBus> made =
        buses.stream().map(bus -> new PlatformBus(this, bus, platform.environment())).toList();
    Map<FunctionName, PlatformFunction> functions =
        platform.addFunctions(this, StackName.REACTIVE_WORKFLOW);
    lifecycle(platform, functions.get(FunctionName.LIFECYCLE), made);
  }

  private void lifecycle(Platform platform, PlatformFunction function, List<PlatformBus> buses) {
    Names names = platform.names();
    WorkQueue queue =
        new WorkQueue(
            this,
            QueueNames.LIFECYCLE + "-queue",
            names,
            QueueNames.LIFECYCLE,
            platform.topology().queue(QueueKind.LIFECYCLE));
    // Programs have rules of their own for what ends their journeys.
    queue.acceptEvents(List.of(names.arn("events", "rule/*")));
    Edge edge = platform.edge(QueueKind.LIFECYCLE);
    new QueueFeed(
            queue,
            queue,
            function.live().getFunctionArn(),
            edge,
            platform.environment().concurrency().lifecycle())
        .after(function);
    LifecycleRules rules =
        new LifecycleRules(
            this,
            platform.environment().eventBuses().values(),
            LifecycleRoutes.of(List.of()),
            new QueueRule.Target(queue.queue().getQueueArn(), queue.deadLetters().getQueueArn()));
    buses.forEach(bus -> rules.getNode().addDependency(bus));
  }
}
