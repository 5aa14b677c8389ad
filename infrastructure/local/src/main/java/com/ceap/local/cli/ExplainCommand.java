package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.Explainer;
import com.ceap.local.run.Explanation;
import com.ceap.local.run.ExplanationJson;
import com.ceap.local.run.ExplanationText;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.StoredCandidate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains what a run decided about a customer. */
@Command(
    name = "explain",
    description =
        "Explains each decision of a run about a customer from what the run recorded: every verdict"
            + " with its reason, features, scores and final state.")
final class ExplainCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "PROGRAM", description = "A program's id.")
  private String program;

  @Option(names = "--customer", paramLabel = "C", required = true, description = "The customer.")
  private String customer;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "The run to explain. Default: the program's newest.")
  private String run;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      CandidateRepository candidates = platform.stores().candidates();
      Explainer explainer =
          new Explainer(
              platform.objects(),
              id ->
                  candidates.find(id).candidates().stream()
                      .collect(Collectors.toMap(c -> c.decision().key(), StoredCandidate::runId)));
      String execution =
          Optional.ofNullable(run).or(() -> explainer.newestRun(program)).orElseThrow(this::noRun);
      Explanation explanation = explainer.explain(program, execution, customer);
      if (output.json()) {
        output.print(ExplanationJson.tree(explanation, customer));
      } else {
        output.out().print(ExplanationText.of(explanation, customer));
        output.out().flush();
      }
      return 0;
    }
  }

  private CeapException noRun() {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "no run of '%s' is recorded in %s; `./ceap run %s --dry-run` records one"
            .formatted(program, data.folder(context), program));
  }
}
