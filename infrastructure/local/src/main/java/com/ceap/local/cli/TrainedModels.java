package com.ceap.local.cli;

import com.ceap.local.model.ModelTrainer;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.program.Program;
import java.nio.file.Path;
import java.util.Collection;

/** Sees to it that the models are there that programs ask when events come in. */
final class TrainedModels {
  private static final String LOCAL = "sagemaker://";

  private final CommandContext context;
  private final CommandOutput output;

  TrainedModels(CommandContext context, CommandOutput output) {
    this.context = context;
    this.output = output;
  }

  /** Trains the platform's models where they are needed and absent; once for a data folder. */
  void ensure(LocalPlatform platform, Collection<Program> programs) {
    Path folder = platform.data().models();
    if (programs.stream().anyMatch(TrainedModels::asks) && !ModelTrainer.trained(folder)) {
      output.err().println("ceap: training the models (once for a data folder) ...");
      try (ProgressLine progress = output.progress(context)) {
        var _ =
            ModelTrainer.train(
                folder,
                ModelTrainer.DEFAULT_SEED,
                (model, done, total) -> progress.show("training " + model));
      }
    }
  }

  private static boolean asks(Program program) {
    return program.enabled()
        && !program.eventSources().isEmpty()
        && program.scoringModels().stream().anyMatch(model -> model.endpoint().startsWith(LOCAL));
  }
}
