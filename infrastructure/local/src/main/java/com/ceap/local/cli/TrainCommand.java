package com.ceap.local.cli;

import com.ceap.local.model.ModelTrainer;
import com.ceap.local.model.TrainingReport;
import com.ceap.local.model.TrainingReports;
import com.ceap.local.platform.DataFolder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the models that answer for the hosted endpoints on this machine. */
@Command(
    name = "train",
    description = {
      "Trains the models that answer for the programs' endpoints on this machine, on sessions of"
          + " the sample shop, and prints what they are worth on sessions they have not seen."
    })
final class TrainCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Where the models go. Default: models in the data folder.")
  private Path models;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + ModelTrainer.DEFAULT_SEED,
      description = "The same seed makes the same models. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the platform keeps its state. Default: .ceap in the project's folder.")
  private Path data;

  @Mixin private CommandOutput output;

  TrainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path folder = folder();
    List<TrainingReport> reports;
    try (ProgressLine progress = output.progress(context)) {
      reports =
          ModelTrainer.train(
              folder,
              seed,
              (model, done, total) ->
                  progress.show("training " + model + ": " + done + " of " + total + " done"));
    }
    if (output.json()) {
      output.print(json(folder, reports));
    } else {
      output.out().print(TrainingReports.table(reports));
      output.line("written to %s", folder);
    }
    return 0;
  }

  private Path folder() {
    return Optional.ofNullable(models)
        .orElseGet(
            () ->
                new DataFolder(Optional.ofNullable(data).orElseGet(context::defaultData)).models());
  }

  private ObjectNode json(Path folder, List<TrainingReport> reports) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("models", folder.toString());
    json.put("seed", seed);
    ArrayNode trained = json.putArray("trained");
    for (TrainingReport report : reports) {
      ObjectNode model = trained.addObject();
      model.put("modelId", report.modelId());
      model.put("algorithm", report.algorithm());
      model.put("trainingRows", report.trainingRows());
      model.put("heldOutRows", report.heldOutRows());
      model.put("share", report.share());
      model.put("auc", report.quality().auc());
      model.put("brier", report.quality().brier());
      model.put("calibrationError", report.quality().calibrationError());
      model.put("baseRateBrier", report.baseRate().brier());
      model.put("bestFeature", report.bestFeature());
      model.put("bestFeatureAuc", report.bestFeatureAuc());
      model.put("seconds", report.seconds());
    }
    return json;
  }
}
