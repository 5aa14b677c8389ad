package com.ceap.local.cli;

import com.ceap.lambdas.export.AnalystQueries;
import com.ceap.lambdas.export.AnalystQuery;
import com.ceap.lambdas.export.ExportColumn;
import com.ceap.lambdas.export.ExportTable;
import com.ceap.lambdas.export.SharedColumns;
import com.ceap.local.export.Answer;
import com.ceap.local.export.AnswerText;
import com.ceap.local.export.ExportQueries;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the exported files. */
@Command(
    name = "query",
    description = {
      "Asks what `ceap export` has written: one SELECT over the tables candidates, deliveries,"
          + " outcomes and engagements. It reads these files and nothing else, and writes nothing."
    })
final class QueryCommand implements Callable<Integer> {
  private final CommandContext context;

  /** What an answer looks like. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Parameters(
      paramLabel = "SELECT|NAME",
      arity = "0..1",
      description = "The SQL, or the name of a saved question.")
  private String query;

  @Option(names = "--list", description = "List the saved questions and the tables' columns.")
  private boolean list;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "At most so many rows. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      defaultValue = "60",
      description = "Give up after so many seconds. Default: ${DEFAULT-VALUE}.")
  private int timeout;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;
  @Spec private CommandSpec spec;

  QueryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (list) {
      printQuestions();
      return 0;
    }
    check();
    String sql = AnalystQueries.find(query).map(AnalystQuery::sql).orElse(query);
    ExportQueries exports = new ExportQueries(data.place(context));
    Answer answer = exports.ask(sql, limit, Duration.ofSeconds(timeout));
    output.out().print(text(answer));
    if (!answer.more() && exports.nothingExported()) {
      output
          .err()
          .println("ceap: nothing is exported here yet; `ceap export` writes a day's changes");
    }
    if (answer.more()) {
      output.err().println("ceap: only the first " + limit + " rows; --limit shows more");
    }
    return 0;
  }

  private void check() {
    if (query == null || query.isBlank()) {
      throw wrong("Give a SELECT in quotes, or the name of a saved question (--list).");
    }
    if (query.strip().chars().noneMatch(Character::isWhitespace)
        && AnalystQueries.find(query).isEmpty()) {
      throw wrong(
          "There is no saved question '%s'; --list shows them, or give a SELECT in quotes."
              .formatted(query));
    }
    if (limit < 1 || timeout < 1) {
      throw wrong("--limit and --timeout should be at least 1.");
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private String text(Answer answer) {
    return switch (output.json() ? Format.JSON : format) {
      case TABLE -> AnswerText.table(answer);
      case CSV -> AnswerText.csv(answer);
      case JSON -> AnswerText.json(answer);
    };
  }

  private void printQuestions() {
    AnalystQueries.ALL.forEach(q -> output.line("%-22s %s", q.name(), q.question()));
    for (ExportTable table : ExportTable.values()) {
      output.line("%n%s", table.id());
      Stream.concat(table.columns().stream(), SharedColumns.PARTITIONS.stream())
          .forEach(this::print);
    }
  }

  private void print(ExportColumn column) {
    output.line(
        "  %-18s %-14s %s",
        column.name(), column.type().name().toLowerCase(Locale.ROOT), column.meaning());
  }
}
