package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.storage.MessageTracking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandIT {
  private static final String PROGRAM = "abandoned-cart-recovery";
  @TempDir private Path folder;

  @Test
  void whatMessagesBroughtIsPrintedAndDrawn() throws Exception {
    send();
    Path html = folder.resolve("out/report.html");

    CommandRun run = report(PROGRAM, "--html", html.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Abandoned Cart Recovery, 2026-03-01", "touch 1, email", "written to " + html)
        .containsPattern("touch 1, email +2 +1 +1 ");
    assertThat(Files.readString(html)).contains("From message to order", "</html>");
    assertThat(Files.exists(folder.resolve("data/metrics/" + PROGRAM + "/2026-03-01.json")))
        .isTrue();
  }

  @Test
  void machinesReadItAsJson() throws Exception {
    send();

    var json = report(PROGRAM, "--json").json();

    assertThat(json.at("/sum/groups/0/sent").asInt()).isEqualTo(2);
    assertThat(json.at("/days/0/day").asText()).isEqualTo("2026-03-01");
    assertThat(json.path("findings").isArray()).isTrue();
  }

  @Test
  void whatThereIsNothingOfIsSaid() throws Exception {
    Files.createDirectory(folder.resolve("data"));
    assertThat(report("nothing").err()).contains("there is no program 'nothing'");
    assertThat(report(PROGRAM).err())
        .contains(
            "there are no figures of " + PROGRAM + " of the last 30 days; there are none yet");
    assertThat(report(PROGRAM, "--day", "2026-03-02").err())
        .contains("2026-03-02 lies in the future: by the platform's clock it is 2026-03-01");
    assertThat(report(PROGRAM, "--day", "yesterday").code()).isEqualTo(2);
  }

  @Test
  void theJobsWriteTheSamePage() {
    send();

    CommandRun run =
        CommandRun.of(
            CommandRun.with(
                List.of("jobs", "run", "revenue-impact", "--program", PROGRAM),
                "--data",
                folder.resolve("data")));

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("0 orders since 2026-03-01; reports/" + PROGRAM + "/2026-03-01.html");
  }

  private CommandRun report(String... arguments) {
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(arguments));
    return CommandRun.of(CommandRun.with(all, "--data", folder.resolve("data")));
  }

  /** Two messages, of which one was opened. */
  private void send() {
    Instant sent = CommandRun.NOW.minusSeconds(3600);
    try (LocalPlatform platform =
        LocalPlatform.open(
            folder.resolve("data"),
            StoreKind.EMBEDDED,
            ProjectRoot.find(),
            InstantSource.fixed(sent))) {
      for (String cart : List.of("K1", "K2")) {
        platform
            .stores()
            .messages()
            .record(
                new Message(
                    "m" + cart,
                    new CandidateKey("C1", PROGRAM, "US", new Subject("cart", cart)),
                    "email",
                    "email",
                    1,
                    MessageState.SENT,
                    Optional.empty(),
                    sent,
                    Optional.empty(),
                    "v1"),
                sent.plus(Duration.ofDays(30)));
      }
      new MessageTracking(platform.stores().messages())
          .opened("C1", "mK1", false, sent.plusSeconds(600));
    }
  }
}
