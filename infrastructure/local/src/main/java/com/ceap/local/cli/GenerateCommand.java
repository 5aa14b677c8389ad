package com.ceap.local.cli;

import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.local.sample.TableFormat;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a sample shop as a warehouse folder. */
@Command(
    name = "generate",
    description = {
      "Writes a sample shop as a folder of tables: products, customers, consents, devices,"
          + " features, purchases, contacts and product_interactions.",
      "The same options make the same rows."
    })
final class GenerateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "How many customers. Default: one for ten interactions.")
  private Long customers;

  @Option(
      names = "--interactions",
      paramLabel = "N",
      defaultValue = "" + SampleShopConfig.DEFAULT_INTERACTIONS,
      description = "Rows of product_interactions. Default: ${DEFAULT-VALUE}.")
  private long interactions;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "" + SampleShopConfig.DEFAULT_PRODUCTS,
      description = "How many products. Default: ${DEFAULT-VALUE}.")
  private int products;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + SampleShopConfig.DEFAULT_SEED,
      description = "Another seed makes another shop. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "The day of the interactions, as 2026-01-31. Default: yesterday (UTC).")
  private LocalDate date;

  @Option(
      names = "--format",
      defaultValue = "parquet",
      paramLabel = "FORMAT",
      description = "parquet or csv. Default: ${DEFAULT-VALUE}.")
  private TableFormat format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder; tables of the same names in it are replaced.")
  private Path out;

  @Mixin private CommandOutput output;

  GenerateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    long started = System.nanoTime();
    SampleShopConfig config;
    Map<String, Long> rows;
    try (ProgressLine progress = output.progress(context)) {
      config = config(progress);
      rows = SampleShop.generate(config);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    if (output.json()) {
      output.print(json(config, rows, seconds));
    } else {
      rows.forEach((table, count) -> output.line("%-22s %,12d rows", table, count));
      output.line("written to %s in %.1f s", out, seconds);
    }
    return 0;
  }

  private SampleShopConfig config(ProgressLine progress) {
    return new SampleShopConfig(
        Optional.ofNullable(customers)
            .orElseGet(() -> SampleShopConfig.defaultCustomers(interactions)),
        interactions,
        products,
        seed,
        Optional.ofNullable(date).orElseGet(context::yesterday),
        out,
        format,
        (table, done, total) ->
            progress.show(
                String.format(Locale.ROOT, "generating %s: %,d of %,d", table, done, total)));
  }

  private static ObjectNode json(SampleShopConfig config, Map<String, Long> rows, double seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("out", config.out().toString());
    json.put("seed", config.seed());
    json.put("date", config.businessDate().toString());
    ObjectNode tables = json.putObject("tables");
    rows.forEach(tables::put);
    json.put("seconds", seconds);
    return json;
  }
}
