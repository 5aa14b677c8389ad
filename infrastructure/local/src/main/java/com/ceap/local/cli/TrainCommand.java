package com.ceap.local.cli;

import com.ceap.lambdas.retrain.RetrainJson;
import com.ceap.lambdas.retrain.RetrainRecord;
import com.ceap.local.model.ModelTrainer;
import com.ceap.local.model.OnlineShoppers;
import com.ceap.local.model.RetrainText;
import com.ceap.local.model.Retraining;
import com.ceap.local.model.TrainingReport;
import com.ceap.local.model.TrainingReports;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Option(
      names = "--sessions",
      paramLabel = "DIR",
      description =
          "Also train and evaluate the same kind of model on real sessions: a folder with"
              + " online_shoppers_intention.csv.gz (UCI dataset 468).")
  private Path sessions;

  @Option(
      names = "--calibration",
      description = "Also print what each model said beside what happened.")
  private boolean calibration;

  @Option(
      names = "--from-exports",
      description =
          "Train on what `ceap export` has written, and put in place only what is surely better"
              + " than the model that answers until now.")
  private boolean fromExports;

  @Mixin private CommandOutput output;

  TrainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return fromExports ? retrain() : train();
  }

  private int retrain() {
    List<RetrainRecord> records;
    try (LocalPlatform platform = open();
        ProgressLine progress = output.progress(context)) {
      records =
          new Retraining(platform.objects(), folder(), platform.scratch(), platform.clock())
              .retrain(
                  Optional.empty(),
                  seed,
                  (model, done, total) ->
                      progress.show("training " + model + ": " + done + " of " + total + " done"));
    }
    if (output.json()) {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      records.forEach(record -> json.add(RetrainJson.tree(record)));
      output.print(json);
    } else {
      records.forEach(record -> output.line("%s", RetrainText.of(record)));
    }
    return 0;
  }

  private LocalPlatform open() {
    Path place = Optional.ofNullable(data).orElseGet(context::defaultData);
    return LocalPlatform.open(place, StoreKind.EMBEDDED, context.home(), context.clock());
  }

  private int train() {
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
    List<TrainingReport> all = new ArrayList<>(reports);
    all.addAll(onRealSessions());
    if (output.json()) {
      output.print(json(folder, all));
    } else {
      output.out().print(TrainingReports.table(all));
      if (calibration) {
        all.forEach(
            report ->
                output.line("%n%s%n%s", report.modelId(), TrainingReports.calibration(report)));
      }
      output.line("written to %s", folder);
    }
    return 0;
  }

  /** Reports on held-out sessions of real people; none where none were asked for. */
  private List<TrainingReport> onRealSessions() {
    if (sessions == null) {
      return List.of();
    }
    return switch (OnlineShoppers.evaluate(sessions, seed)) {
      case OnlineShoppers.Outcome.Evaluated(TrainingReport behaviour, TrainingReport everything) ->
          List.of(behaviour, everything);
      case OnlineShoppers.Outcome.Skipped(String reason) ->
          throw new CeapException(ErrorCode.ARGUMENT_INVALID, reason);
    };
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
