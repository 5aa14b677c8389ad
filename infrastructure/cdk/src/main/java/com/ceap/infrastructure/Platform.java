package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.FunctionCode;
import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.construct.PlatformFunction;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.program.TemplateSet;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.lambdas.topology.StackName;
import com.ceap.lambdas.topology.Topology;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.constructs.Construct;

/**
 * What every stack is built from.
 *
 * @param channelTypes the types of channel that send, each with a queue
 * @param code where the code of functions comes from
 */
record Platform(
    Environment environment,
    Topology topology,
    Set<String> channelTypes,
    TemplateSet templates,
    FunctionCode code) {
  Platform {
    channelTypes = Collections.unmodifiableSortedSet(new TreeSet<>(channelTypes));
  }

  Names names() {
    return new Names(environment);
  }

  /** What works off the queues of a kind. */
  Edge edge(QueueKind queues) {
    return topology.edges().stream()
        .filter(edge -> edge.source().equals(new Edge.Source.OfQueues(queues)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing works off queues " + queues));
  }

  /** Adds the functions that belong to a stack. */
  Map<FunctionName, PlatformFunction> addFunctions(Construct stack, StackName name) {
    Map<FunctionName, PlatformFunction> functions = new EnumMap<>(FunctionName.class);
    for (FunctionSpec spec : topology.functions()) {
      if (spec.stack() == name) {
        functions.put(
            spec.name(), new PlatformFunction(stack, environment, spec, code, channelTypes));
      }
    }
    return functions;
  }
}
