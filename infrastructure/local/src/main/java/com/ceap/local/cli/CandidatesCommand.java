package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.program.Marketplaces;
import com.ceap.serving.CandidateServing;
import com.ceap.serving.CustomerQuery;
import com.ceap.storage.Cursor;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what is stored: for a customer, or the best of a program and channel. */
@Command(
    name = "candidates",
    description = {
      "Shows stored candidates, best score first: what a customer may be shown, or the best of a"
          + " program on a channel."
    })
final class CandidatesCommand implements Callable<Integer> {
  /** What {@link CustomerQuery} takes. */
  private static final int MAX_FOR_CUSTOMER = 1_000;

  private final CommandContext context;

  @Option(names = "--customer", paramLabel = "C", description = "What this customer may be shown.")
  private String customer;

  @Option(
      names = "--program",
      paramLabel = "P",
      description = "The best of this program; with --customer only what is of this program.")
  private String program;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "Only what may go out on this channel; --program needs it.")
  private String channel;

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      defaultValue = "0",
      description = "Only scores from here on, 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double minScore;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most this many. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;
  @Spec private CommandSpec spec;

  CandidatesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    check();
    try (LocalPlatform platform = data.openExisting(context)) {
      List<StoredCandidate> found = find(platform.stores());
      if (output.json()) {
        output.print(CandidateJson.array(found));
      } else if (found.isEmpty()) {
        output.line("No candidates are stored for this.");
      } else {
        new CandidateTable(platform.stores()).print(found, output.out());
      }
    }
    return 0;
  }

  private void check() {
    require(customer != null || program != null, "Name a --customer, or a --program.");
    require(
        customer != null || channel != null,
        "--program needs a --channel, such as --channel email.");
    require(limit >= 1, "--limit should be at least 1, was " + limit + ".");
    require(
        customer == null || limit <= MAX_FOR_CUSTOMER,
        "--limit should be at most " + MAX_FOR_CUSTOMER + " for a customer.");
    require(
        minScore >= 0 && minScore <= 1, "--min-score should lie in 0..1, was " + minScore + ".");
  }

  private void require(boolean right, String message) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private List<StoredCandidate> find(Stores stores) {
    if (customer == null) {
      List<String> marketplaces = List.copyOf(Marketplaces.ids());
      return stores
          .candidates()
          .top(program, marketplaces, channel, minScore, limit, Cursor.START)
          .candidates();
    }
    return new CandidateServing(stores.candidates())
        .forCustomer(
            new CustomerQuery(
                customer,
                Optional.ofNullable(program),
                Optional.ofNullable(channel),
                Optional.empty(),
                minScore,
                limit));
  }
}
