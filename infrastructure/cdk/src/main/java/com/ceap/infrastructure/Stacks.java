package com.ceap.infrastructure;

import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.lambdas.topology.StackName;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * Every stack of an environment. What one needs of another it names and does not import, so each
 * can be deployed alone; the dependencies say in which order all of them are.
 */
final class Stacks {
  private Stacks() {}

  static List<Stack> add(Construct app, Platform platform, List<ProgramSource> programs) {
    StorageStack storage = new StorageStack(app, platform.environment());
    ServeStack serving = new ServeStack(app, platform);
    List<Stack> workflows = new ArrayList<>(List.of(serving));
    for (StackName name :
        List.of(StackName.ETL_WORKFLOW, StackName.FILTER_WORKFLOW, StackName.SCORE_WORKFLOW)) {
      workflows.add(new BatchStack(app, platform, name));
    }
    workflows.add(new StoreStack(app, platform));
    workflows.add(new ReactiveStack(app, platform));
    ChannelStack channels = new ChannelStack(app, platform);
    channels.addStackDependency(serving, "links lead there");
    workflows.add(channels);
    ObservabilityStack observability = new ObservabilityStack(app, platform);
    observability.addStackDependency(serving, "it watches the API by its id");
    workflows.add(observability);
    workflows.add(new ExportStack(app, platform, programs));
    workflows.forEach(stack -> stack.addStackDependency(storage, "what it works on lies there"));
    List<Stack> all = new ArrayList<>(workflows);
    all.addFirst(storage);
    all.addAll(programs(app, platform, programs, workflows));
    return all;
  }

  private static List<Stack> programs(
      Construct app, Platform platform, List<ProgramSource> programs, List<Stack> workflows) {
    List<Stack> stacks = new ArrayList<>();
    for (ProgramSource program : programs) {
      ProgramStack stack = new ProgramStack(app, platform, program);
      workflows.forEach(
          workflow -> stack.addStackDependency(workflow, "its functions and topics are there"));
      stacks.add(stack);
    }
    return stacks;
  }
}
