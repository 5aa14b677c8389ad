package com.ceap.local.cli;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobOutcome;
import com.ceap.lambdas.jobs.JobRegistry;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.JobRunner;
import com.ceap.lambdas.jobs.PlannedJob;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.local.jobs.JobWiring;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.programs.ObjectPrograms;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does a job now. */
@Command(
    name = "run",
    description = {
      "Does a job now, as if it were due at the platform's present time.",
      "Doing it again for the same day leaves everything as doing it once."
    })
final class JobsRunCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The job, as `ceap jobs list` calls it.")
  private String name;

  @Option(
      names = "--program",
      paramLabel = "P",
      description = "Only for this program. Default: every program that it is done for.")
  private String program;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  JobsRunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      new ReactiveWork(platform, context, output, "./ceap jobs run").publish();
      ObjectPrograms programs = new LocalReactive(platform).programs();
      JobRegistry registry = JobWiring.registry(platform);
      Job job = registry.require(name);
      JobRunner runner = new JobRunner(platform.stores().jobs(), platform.clock());
      boolean well = true;
      for (PlannedJob planned :
          wanted(Timetable.of(List.of(job.plan()), programs.newest().readable()))) {
        JobRun run = planned.run(platform.clock().instant());
        JobOutcome outcome = runner.run(job, run, true);
        output.line("%s", JobText.text(run, outcome));
        well &= outcome instanceof JobOutcome.Ran;
      }
      return well ? 0 : 1;
    }
  }

  private List<PlannedJob> wanted(List<PlannedJob> planned) {
    Optional<String> wanted = Optional.ofNullable(program);
    List<PlannedJob> found =
        planned.stream().filter(job -> wanted.isEmpty() || job.programId().equals(wanted)).toList();
    if (found.isEmpty()) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "job %s is not done for %s; it is done for %s"
              .formatted(
                  name,
                  wanted.map(id -> "program '" + id + "'").orElse("any program"),
                  planned.stream()
                      .map(job -> job.programId().orElse("the platform as a whole"))
                      .collect(Collectors.joining(", "))));
    }
    return found;
  }
}
