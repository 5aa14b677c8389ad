package com.ceap.local.cli;

import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.SummaryJson;
import com.ceap.local.engine.EngineLock;
import com.ceap.local.model.ModelTrainer;
import com.ceap.local.model.TrainingReport;
import com.ceap.local.model.TrainingReports;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.FunnelReport;
import com.ceap.local.run.LocalBatch;
import com.ceap.local.run.Programs;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.local.story.StoryJson;
import com.ceap.model.program.Marketplaces;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.serving.CandidateServing;
import com.ceap.serving.CustomerQuery;
import com.ceap.storage.Cursor;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the daily batch and the recovery of carts on a sample shop, from nothing. */
@Command(
    name = "demo",
    description = {
      "Makes a sample shop, trains the models where there are none, runs product-recommendations"
          + " on it, and shows the funnel and a customer's recommendations.",
      "Then customers of the shop leave carts: the platform's clock stops and is moved three days"
          + " on, messages go to the outbox, some customers buy, and a table shows what became of"
          + " it."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String PROGRAM = "product-recommendations";
  private static final String CHANNEL = "in-app";

  /** What others are told who find the data folder in use. */
  static final String WHO = "./ceap demo";

  private static final int MOST_CARTS = 100_000;

  private final CommandContext context;

  @Option(
      names = "--interactions",
      paramLabel = "N",
      defaultValue = "" + SampleShopConfig.DEFAULT_INTERACTIONS,
      description = "How large the sample shop is. Default: ${DEFAULT-VALUE}.")
  private long interactions;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + SampleShopConfig.DEFAULT_SEED,
      description = "Another seed makes another shop. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--carts",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many carts are left; 0 for the batch alone. Default: ${DEFAULT-VALUE}.")
  private int carts;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;
  @Spec private CommandSpec spec;

  DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (carts < 0 || carts > MOST_CARTS) {
      throw new ParameterException(
          spec.commandLine(), "--carts should be 0 to %d, was %d.".formatted(MOST_CARTS, carts));
    }
    try (LocalPlatform platform = data.open(context);
        EngineLock _ = EngineLock.take(platform.data().engineLock(), WHO)) {
      return run(platform);
    }
  }

  private int run(LocalPlatform platform) {
    SampleShopConfig shop =
        SampleShopConfig.of(
            interactions,
            seed,
            platform.clock().yesterday(),
            platform.data().root().resolve("warehouse"));
    step("1. A sample shop", () -> generate(shop));
    step("2. The models", () -> models(platform));
    step("3. Reference data", () -> referenceData(platform, shop.out()));
    Program program = program(platform);
    RunSummary summary = batch(platform, program, shop.out());
    DemoCampaign campaign = new DemoCampaign(platform, output, program, summary);
    DemoCarts story = new DemoCarts(platform, context, output);
    if (output.json()) {
      print(
          summary, carts == 0 ? Optional.empty() : Optional.of(story.tell(shop, carts)), campaign);
    } else {
      output.line("%n4. The run");
      output.out().print(FunnelReport.of(summary));
      Optional<String> customer = recommendations(platform.stores());
      campaign.printPlan();
      Optional<DemoCarts.Told> told =
          carts == 0 ? Optional.empty() : Optional.of(story.tell(shop, carts));
      told.ifPresent(
          figures -> {
            campaign.printResult();
            story.print(figures);
            story.dayPasses();
            output.line(
                "%nThe clock stands at %s; `./ceap clock system` lets it go by the system's time.",
                platform.clock().instant());
          });
      goOn(customer);
      told.ifPresent(story::goOn);
    }
    return summary.state() == RunState.COMPLETE ? 0 : 1;
  }

  private void print(RunSummary summary, Optional<DemoCarts.Told> told, DemoCampaign campaign) {
    ObjectNode json = SummaryJson.tree(summary);
    json.set("campaigns", campaign.json());
    told.ifPresent(story -> json.set("carts", StoryJson.tree(story.figures())));
    output.print(json);
  }

  private void step(String title, Supplier<String> work) {
    long started = System.nanoTime();
    String result = work.get();
    if (!output.json()) {
      output.line("%s (%.1f s)", title, (System.nanoTime() - started) / 1e9);
      output.out().println(result);
      output.out().flush();
    }
  }

  private String generate(SampleShopConfig shop) {
    try (ProgressLine progress = output.progress(context)) {
      Map<String, Long> rows =
          SampleShop.generate(
              shop.withProgress(
                  (table, done, total) ->
                      progress.show(
                          String.format(
                              Locale.ROOT, "generating %s: %,d of %,d", table, done, total))));
      return rows.entrySet().stream()
          .map(table -> String.format(Locale.ROOT, "%,d %s", table.getValue(), table.getKey()))
          .collect(Collectors.joining(", ", "  ", " in " + shop.out() + "\n"));
    }
  }

  private String models(LocalPlatform platform) {
    Path folder = platform.data().models();
    if (ModelTrainer.trained(folder)) {
      return "  loaded from " + folder + "; `./ceap train` trains them anew\n";
    }
    try (ProgressLine progress = output.progress(context)) {
      List<TrainingReport> reports =
          ModelTrainer.train(
              folder,
              ModelTrainer.DEFAULT_SEED,
              (model, done, total) -> progress.show("training " + model));
      return TrainingReports.table(reports);
    }
  }

  private String referenceData(LocalPlatform platform, Path warehouse) {
    try (ProgressLine progress = output.progress(context)) {
      return platform
          .referenceTables()
          .load(
              warehouse,
              (table, rows) ->
                  progress.show(String.format(Locale.ROOT, "loading %s: %,d rows", table, rows)))
          .stream()
          .map(
              report ->
                  String.format(Locale.ROOT, "%,d %s", report.imported(), report.kind().table()))
          .collect(Collectors.joining(", ", "  ", "\n"));
    }
  }

  /** As it is published, so that its messages may follow it later. */
  private Program program(LocalPlatform platform) {
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    var _ = new ProgramPublisher(platform.objects(), loader).publish(context.programs());
    return new Programs(loader, context.programs()).find(PROGRAM);
  }

  private RunSummary batch(LocalPlatform platform, Program program, Path warehouse) {
    try (ProgressLine progress = output.progress(context)) {
      return LocalBatch.on(platform)
          .run(
              program,
              warehouse,
              platform.clock().yesterday(),
              false,
              LocalBatch.Mode.FUSED,
              (stage, done, total) ->
                  progress.show("%s: %d of %d chunks".formatted(stage, done, total)));
    }
  }

  private Optional<String> recommendations(Stores stores) {
    Optional<String> customer = customerWithMany(stores);
    if (customer.isEmpty()) {
      output.line("%nNobody is to be shown anything: no candidate was stored.");
      return customer;
    }
    String id = customer.get();
    List<StoredCandidate> shown =
        new CandidateServing(stores.candidates())
            .forCustomer(
                new CustomerQuery(
                    id, Optional.of(PROGRAM), Optional.of(CHANNEL), Optional.empty(), 0, 10));
    output.line("%n5. What customer %s is shown in the app", id);
    new CandidateTable(stores).print(shown, output.out());
    return customer;
  }

  private void goOn(Optional<String> customer) {
    output.line("%nGo on with");
    customer.ifPresent(id -> output.line("  ./ceap explain %s --customer %s", PROGRAM, id));
    output.line("  ./ceap candidates --program %s --channel email --min-score 0.6", PROGRAM);
    output.line(
        "  ./ceap run %s --dry-run     (after a change of programs/%s.yaml)", PROGRAM, PROGRAM);
  }

  /** Of the customers with the best candidates the one who has most of them. */
  private static Optional<String> customerWithMany(Stores stores) {
    Map<String, Long> counts =
        stores
            .candidates()
            .top(PROGRAM, List.copyOf(Marketplaces.ids()), CHANNEL, 0, 2_000, Cursor.START)
            .candidates()
            .stream()
            .collect(
                Collectors.groupingBy(c -> c.decision().key().customerId(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
