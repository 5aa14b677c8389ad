package com.ceap.local.cli;

import com.ceap.local.explain.JourneyExplainer;
import com.ceap.local.explain.JourneyExplanation;
import com.ceap.local.explain.JourneyJson;
import com.ceap.local.explain.JourneyText;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.Explainer;
import com.ceap.local.run.Explanation;
import com.ceap.local.run.ExplanationJson;
import com.ceap.local.run.ExplanationText;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.StoredCandidate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains what was decided about a customer. */
@Command(
    name = "explain",
    description = {
      "Explains each decision about a customer from what was recorded: every verdict with its"
          + " reason, features, scores and final state.",
      "Of a program that takes events, what they led to: the verdict, the offer, each touch with"
          + " its message, exits and purchases. Of any other, or with --run, a run of its batch."
    })
final class ExplainCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "PROGRAM", description = "A program's id.")
  private String program;

  @Option(names = "--customer", paramLabel = "C", required = true, description = "The customer.")
  private String customer;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "The run to explain. Default: events, else the program's newest run.")
  private String run;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.openExisting(context)) {
      if (run != null) {
        explainRun(platform, run);
        return 0;
      }
      PublishedPrograms programs = programs(platform);
      JourneyExplanation journeys =
          new JourneyExplainer(platform.stores(), programs).explain(program, customer);
      Optional<String> newest = explainer(platform).newestRun(program);
      if (!journeys.subjects().isEmpty() || (newest.isEmpty() && takesEvents(programs))) {
        print(journeys, platform);
      } else {
        explainRun(platform, newest.orElseThrow(this::nothing));
      }
      return 0;
    }
  }

  private static PublishedPrograms programs(LocalPlatform platform) {
    return new ObjectPrograms(
        platform.objects(), new ProgramLoader(platform.registries().extensions()));
  }

  private boolean takesEvents(PublishedPrograms programs) {
    return programs.newest(program).filter(found -> !found.eventSources().isEmpty()).isPresent();
  }

  private void print(JourneyExplanation journeys, LocalPlatform platform) {
    if (output.json()) {
      output.print(JourneyJson.tree(journeys));
    } else {
      print(JourneyText.of(journeys, platform.clock().instant()));
    }
  }

  private static Explainer explainer(LocalPlatform platform) {
    CandidateRepository candidates = platform.stores().candidates();
    return new Explainer(
        platform.objects(),
        id ->
            candidates.find(id).candidates().stream()
                .collect(Collectors.toMap(c -> c.decision().key(), StoredCandidate::runId)));
  }

  private void explainRun(LocalPlatform platform, String execution) {
    Explanation explanation = explainer(platform).explain(program, execution, customer);
    if (output.json()) {
      output.print(ExplanationJson.tree(explanation, customer));
    } else {
      print(ExplanationText.of(explanation, customer));
    }
  }

  private void print(String text) {
    output.out().print(text);
    output.out().flush();
  }

  private CeapException nothing() {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        ("no run of '%s' is recorded in %s, and no event of this customer; `./ceap run %s"
                + " --dry-run` records a run, `./ceap publish` takes events")
            .formatted(program, data.folder(context), program));
  }
}
