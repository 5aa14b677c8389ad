package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.export.AnalystQueries;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandsIT {
  private static final Instant YESTERDAY = CommandRun.NOW.minus(Duration.ofDays(1));

  @TempDir private Path folder;

  @BeforeEach
  void sendTwoMessages() {
    try (LocalPlatform platform =
        LocalPlatform.open(folder, StoreKind.EMBEDDED, folder, InstantSource.fixed(YESTERDAY))) {
      send(platform, "C1", MessageState.SENT);
      send(platform, "C2", MessageState.SUPPRESSED);
    }
  }

  @Test
  void yesterdayIsExportedAndCanBeAsked() throws IOException {
    CommandRun export = run("export");
    assertThat(export.code()).isZero();
    assertThat(export.out())
        .contains("deliveries  welcome ", "2 rows", "written", "written to " + folder);
    assertThat(run("export", "--json").json().at("/exported/0/state").asText())
        .isEqualTo("UNCHANGED");

    CommandRun table = run("query", "SELECT customer_id, state, reason FROM deliveries ORDER BY 1");
    assertThat(table.out())
        .isEqualTo(
            """
            customer_id  state       reason
            -----------  ----------  --------
            C1           SENT
            C2           SUPPRESSED  "a", "b"
            """);
    CommandRun csv =
        run("query", "SELECT customer_id, reason FROM deliveries ORDER BY 1", "--format", "csv");
    assertThat(csv.out()).isEqualTo("customer_id,reason\r\nC1,\r\nC2,\"\"\"a\"\", \"\"b\"\"\"\r\n");
    CommandRun json =
        run("query", "SELECT touch, program, dt FROM deliveries -- all of them\n;", "--json");
    assertThat(json.json().path(1))
        .hasToString("{\"touch\":1,\"program\":\"welcome\",\"dt\":\"2026-02-28\"}");
  }

  @Test
  void aSavedQuestionIsAskedByItsName() {
    run("export");
    CommandRun list = run("query", "--list");
    AnalystQueries.ALL.forEach(q -> assertThat(list.out()).contains(q.name(), q.question()));
    CommandRun answer = run("query", "why-not-sent", "--format", "csv");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("program,channel,state,reason,messages");
  }

  @Test
  void withoutAnExportTheTablesAreEmpty() {
    CommandRun run = run("query", "SELECT count(*) AS n FROM candidates", "--format", "csv");
    assertThat(run.out()).isEqualTo("n\r\n0\r\n");
    assertThat(run.err())
        .isEqualTo("ceap: nothing is exported here yet; `ceap export` writes a day's changes\n");
    assertThat(run("export", "--day", "2026-02-13").err())
        .contains("changes are kept for 15 days, so from 2026-02-14T00:00:00Z on");
    assertThat(run("export", "--day", "2026-02-25").out())
        .isEqualTo("Nothing was created or updated on 2026-02-25.\n");
  }

  @Test
  void onlyOneSelectIsTakenAndNothingElseOfTheMachineIsSeen() throws IOException {
    run("export");
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    refused("DELETE FROM deliveries", "it should be one SELECT statement");
    refused("SELECT 1; SELECT 2", "it should be one SELECT statement");
    refused("SELECT 1) AS t; COPY deliveries TO 'x.csv'; SELECT * FROM (SELECT 1", "syntax error");
    refused("COPY deliveries TO '" + folder + "/exports/x.csv'", "one SELECT statement");
    refused("SELECT * FROM read_csv('" + secret + "')", "Permission Error");
    refused("SELECT * FROM read_text('/etc/passwd')", "Permission Error");
    refused(
        "SELECT * FROM customers", "(there are candidates, deliveries, outcomes and engagements)");
    refused("SELECT custmer_id FROM deliveries", "(`ceap query --list` names the columns)");
    assertThat(run("query").err()).contains("Give a SELECT in quotes");
    assertThat(run("query", "SELECT 1", "--limit", "0").err()).contains("at least 1");
  }

  @Test
  void aLongAnswerIsCutAndSaysSo() {
    CommandRun run = run("query", "SELECT * FROM range(100)", "--limit", "3", "--format", "csv");
    assertThat(run.out()).isEqualTo("range\r\n0\r\n1\r\n2\r\n");
    assertThat(run.err()).isEqualTo("ceap: only the first 3 rows; --limit shows more\n");
  }

  @Test
  void aQueryThatTakesTooLongIsGivenUp() {
    CommandRun run =
        run("query", "SELECT count(*) FROM range(9000000000) a, range(1000) b", "--timeout", "1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the query took longer than 1 s; narrow it by program and dt");
  }

  private void refused(String sql, String message) {
    CommandRun run = run("query", sql);
    assertThat(run.code()).as(sql).isNotZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).as(sql).contains("QUERY_INVALID").contains(message);
  }

  private CommandRun run(String command, String... more) {
    List<String> arguments = List.of(command, "--data", folder.toString());
    return CommandRun.of(CommandRun.with(arguments, (Object[]) more));
  }

  private static void send(LocalPlatform platform, String customer, MessageState state) {
    Message message =
        new Message(
            "m-" + customer,
            new CandidateKey(customer, "welcome", "US", new Subject("product", "P1")),
            "email",
            "email",
            1,
            state,
            state == MessageState.SENT ? Optional.empty() : Optional.of("\"a\", \"b\""),
            YESTERDAY,
            Optional.empty(),
            "v1");
    platform.stores().messages().record(message, YESTERDAY.plus(Duration.ofDays(45)));
  }
}
