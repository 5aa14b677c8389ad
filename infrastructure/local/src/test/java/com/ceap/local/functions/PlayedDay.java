package com.ceap.local.functions;

import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of a day on which each packed function had its turn, in a process of its own. */
record PlayedDay(Map<FunctionName, Turn> turns) {

  /**
   * A function's turn.
   *
   * @param answers to its events, or what went wrong in place of the last one
   * @param calls of services, those of priming included
   * @param primed its log before its first event
   * @param written its log
   */
  record Turn(List<String> answers, List<AwsCall> calls, String primed, String written) {}

  static PlayedDay play(PackedFunctions functions, SampleDay day) throws IOException {
    Map<FunctionName, Turn> turns = new EnumMap<>(FunctionName.class);
    for (FunctionName name : SampleDay.order()) {
      turns.put(name, turn(functions, day, Topology.PLATFORM.function(name)));
    }
    return new PlayedDay(turns);
  }

  private static Turn turn(PackedFunctions functions, SampleDay day, FunctionSpec spec)
      throws IOException {
    day.aws().forgetCalls();
    List<String> answers = new ArrayList<>();
    String primed = "";
    Map<String, String> variables = SampleEnvironment.variables(day.aws().url().toString());
    try (FunctionProcess process =
        functions.start(spec.artifact(), spec.handler(), variables, true)) {
      var _ = process.ready();
      primed = functions.written();
      for (String event : day.events(spec.name())) {
        answers.add(process.answer("r-" + answers.size(), event).json());
      }
      day.answered(spec.name(), answers.getFirst());
    } catch (IllegalStateException failed) {
      answers.add("failed: " + failed.getMessage());
    }
    return new Turn(answers, day.aws().calls(), primed, functions.written());
  }
}
