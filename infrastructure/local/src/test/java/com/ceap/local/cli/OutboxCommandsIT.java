package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.local.outbox.LocalOutbox;
import com.ceap.local.platform.DataFolder;
import com.ceap.model.Device;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxCommandsIT {
  private static final String MAIL = "aa11" + "0".repeat(36);
  private static final String TEXT = "aa22" + "0".repeat(36);
  private static final String PUSH = "bb33" + "0".repeat(36);

  @TempDir private Path data;

  @BeforeEach
  void send() throws IOException {
    write(
        0,
        "email",
        new EmailMessage(
            MAIL,
            "C1",
            "carts",
            "zoe@example.com",
            "Zoë, you left something behind! 10% off inside",
            "<html><body>Grüße</body></html>",
            "Grüße an Zoë\nhttp://127.0.0.1:8080/c/token",
            Map.of("List-Unsubscribe", "<http://127.0.0.1:8080/u/token>")));
    write(1, "sms", new SmsMessage(TEXT, "C1", "carts", "+4930123456", "Hi Zoë! CART10", 1));
    write(
        2,
        "push",
        new PushMessage(
            PUSH,
            "C2",
            "other",
            List.of(new Device("C2", "token", "ios")),
            "Last Chance!",
            "10% off",
            "http://127.0.0.1:8080/c/token"));
  }

  private void write(int hour, String type, OutgoingMessage message) throws IOException {
    LocalOutbox.of(new DataFolder(data))
        .open()
        .write(type, message, CommandRun.NOW.plusSeconds(3600L * hour));
  }

  @Test
  void theNewestMessageIsListedFirst() {
    assertThat(run("list").out())
        .isEqualTo(
            """
            2026-03-01T12:00:00Z  bb33000000  push    C2              Last Chance! 10% off
            2026-03-01T11:00:00Z  aa22000000  sms     C1              Hi Zoë! CART10
            2026-03-01T10:00:00Z  aa11000000  email   C1              Zoë, you left something behind! 10% off inside
            """);
  }

  @Test
  void messagesAreListedByCustomerProgramAndChannel() throws IOException {
    assertThat(ids(run("list", "--customer", "C1", "--json"))).containsExactly(TEXT, MAIL);
    assertThat(ids(run("list", "--program", "other", "--json"))).containsExactly(PUSH);
    assertThat(ids(run("list", "--customer", "C1", "--channel", "email", "--json")))
        .containsExactly(MAIL);
    assertThat(ids(run("list", "--limit", "1", "--json"))).containsExactly(PUSH);
    assertThat(run("list", "--limit", "1").out()).contains("... and 2 older ones");
    assertThat(run("list", "--customer", "nobody").out()).startsWith("No such message was sent");
    assertThat(run("list", "--limit", "0").code()).isEqualTo(2);
  }

  @Test
  void anEmailIsShownAsItsReaderSeesIt() throws IOException {
    assertThat(run("show", MAIL).out())
        .contains("From: Example Shop <shop@example.com>\n", "To: zoe@example.com\n")
        .contains("Subject: Zoë, you left something behind! 10% off inside\n")
        .contains("List-Unsubscribe: <http://127.0.0.1:8080/u/token>\n")
        .endsWith("\n\nGrüße an Zoë\nhttp://127.0.0.1:8080/c/token\n");
    JsonNode json = run("show", "aa11", "--json").json();
    assertThat(json.path("headers").path("Subject").asText()).startsWith("Zoë, you left");
    assertThat(json.path("text").asText()).startsWith("Grüße an Zoë");
  }

  @Test
  void aTextMessageIsShownWithItsSegmentsAndANotificationAsItsPayload() throws IOException {
    assertThat(run("show", TEXT).out())
        .isEqualTo("To: +4930123456\nSegments: 1\n\nHi Zoë! CART10\n");
    assertThat(run("show", PUSH).out()).contains("\"platform\" : \"ios\"");
    assertThat(run("show", PUSH, "--json").json().path("payload").path(0).path("payload"))
        .isNotEmpty();
  }

  @Test
  void anIdMayBeShortenedAsLongAsItIsTheOnlyOne() {
    assertThat(run("show", "bb").code()).isZero();

    CommandRun several = run("show", "aa");
    CommandRun none = run("show", "cc");

    assertThat(several.code()).isEqualTo(2);
    assertThat(several.err())
        .contains("'aa' may be any of 2 messages: aa11000000, aa22000000; give more of the id");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .contains("there is no message 'cc' in " + data.resolve("outbox"), "ceap outbox list");
    assertThat(run("show", "../aa").code()).isEqualTo(2);
  }

  @Test
  void aMessageIsOpenedWhereItLies() throws IOException {
    Path place = data.resolve("outbox/aa").resolve(MAIL);

    assertThat(run("open", "aa11").out()).isEqualTo(place.resolve("preview.html") + "\n");
    assertThat(run("open", "aa11", "--eml", "--json").json().path("file").asText())
        .isEqualTo(place.resolve("message.eml").toString());
    assertThat(run("open", "bb", "--eml").err()).contains("message 'bb' is no e-mail");
  }

  @Test
  void anOutboxThatNobodyWroteToIsEmpty() {
    CommandRun run = CommandRun.of("outbox", "list", "--data", data.resolve("new").toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("No such message was sent");
    assertThat(data.resolve("new")).doesNotExist();
  }

  private static List<String> ids(CommandRun run) throws IOException {
    return run.json().valueStream().map(entry -> entry.path("messageId").asText()).toList();
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(
        CommandRun.with(
            Stream.concat(Stream.of("outbox"), Arrays.stream(arguments)).toList(), "--data", data));
  }
}
