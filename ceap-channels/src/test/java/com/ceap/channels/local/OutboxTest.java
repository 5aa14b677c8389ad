package com.ceap.channels.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.model.Device;
import com.ceap.model.error.CeapException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final Instant NOW = Instant.parse("2026-01-18T17:45:00Z");
  private static final String FROM = "Example Shöp <shop@example.com>";
  private static final String LINK = "<https://mail.example.com/u/k1." + "A".repeat(200) + ">";

  @TempDir Path folder;
  private Outbox outbox;

  @BeforeEach
  void open() {
    outbox = Outbox.open(folder, FROM);
  }

  @Test
  void anEmailIsOneThatMailProgramsOpen() throws Exception {
    EmailMessage sent = email("aa01", "C1", "10 % für さくら 😀 " + "lang ".repeat(30) + "Ende");
    outbox.write("email", sent, NOW);
    MimeMessage mail = open("aa01");
    assertThat(mail.getSubject()).isEqualTo(sent.subject());
    assertThat(mail.getFrom()[0]).hasToString("=?UTF-8?Q?Example_Sh=C3=B6p?= <shop@example.com>");
    assertThat(mail.getAllRecipients()[0]).hasToString("anna@xn--mnchen-3ya.example");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
    assertThat(mail.getMessageID()).isEqualTo("<aa01@outbox.invalid>");
    assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo(LINK);
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(part(parts, 0)).isEqualTo(sent.text());
    assertThat(part(parts, 1)).isEqualTo(sent.html());
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
  }

  @Test
  void aMailFileKeepsToTheLinesAndLettersOfMail() throws IOException {
    outbox.write("email", email("aa01", "C1", "さくら" + "x".repeat(500)), NOW);
    String file = Files.readString(folder.resolve("aa/aa01/message.eml"));
    assertThat(file).matches("\\A\\p{ASCII}*\\z");
    assertThat(file.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
    assertThat(file.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
  }

  @Test
  void theSameMessageGivesTheSameFile() throws IOException {
    Outbox other = Outbox.open(folder.resolve("other"), FROM);
    outbox.write("email", email("aa01", "C1", "Hello"), NOW);
    other.write("email", email("aa01", "C1", "Hello"), NOW);
    assertThat(folder.resolve("other/aa/aa01/message.eml"))
        .hasSameBinaryContentAs(folder.resolve("aa/aa01/message.eml"));
  }

  @Test
  void everyKindOfMessageIsSeenAsItsRecipientWill() throws IOException {
    outbox.write("email", email("aa01", "C1", "Hello"), NOW);
    outbox.write("sms", new SmsMessage("bb01", "C1", "p", "+4930123456", "Hi さくら!", 1), NOW);
    List<Device> devices = List.of(new Device("C1", "t1", "ios"), new Device("C1", "t2", "web"));
    outbox.write(
        "push", new PushMessage("cc01", "C1", "p", devices, "Hi", "Body", "https://x"), NOW);
    assertThat(folder.resolve("aa/aa01/preview.html")).content().isEqualTo("<p>für さくら</p>\n");
    assertThat(folder.resolve("bb/bb01/message.txt"))
        .content()
        .isEqualTo("To: +4930123456\nSegments: 1\n\nHi さくら!\n");
    assertThat(folder.resolve("cc/cc01/message.json"))
        .content()
        .contains("\"aps\"", "\"notification\"", "\"token\" : \"t2\"", "https://x");
  }

  @Test
  void aChannelThatSomebodyAddedHasItsOutboxToo() throws IOException {
    outbox.write("whatsapp", new Note("dd01", "C1", "p", "Hi"), NOW);
    assertThat(folder.resolve("dd/dd01/message.json")).content().contains("\"words\" : \"Hi\"");
    assertThat(outbox.find("dd01").getFirst().summary()).isEqualTo("Note");
  }

  @Test
  void aMessageIsWrittenOnce() throws IOException {
    assertThat(outbox.write("email", email("aa01", "C1", "First"), NOW)).isTrue();
    assertThat(outbox.write("email", email("aa01", "C1", "Second"), NOW.plusSeconds(1))).isFalse();
    assertThat(outbox.list(Optional.empty()))
        .hasSize(1)
        .first()
        .extracting(OutboxEntry::summary)
        .isEqualTo("First");
  }

  @Test
  void ofManyWritersOneWins() throws Exception {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> writers =
          Stream.generate(
                  () ->
                      (Callable<Boolean>)
                          () -> outbox.write("email", email("aa01", "C1", "Hello"), NOW))
              .limit(50)
              .toList();
      int won = 0;
      for (Future<Boolean> writer : workers.invokeAll(writers)) {
        won += writer.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
    assertThat(folder.resolve(".unfinished")).isEmptyDirectory();
    assertThat(folder.resolve("aa/aa01/message.eml")).exists();
  }

  @Test
  void whatAKilledProcessLeftUnfinishedIsNotSeen() throws IOException {
    Path half = Files.createDirectories(folder.resolve(".unfinished/aa01.123"));
    Files.writeString(half.resolve("message.eml"), "half");
    assertThat(Outbox.open(folder, FROM).list(Optional.empty())).isEmpty();
    assertThat(outbox.write("email", email("aa01", "C1", "Hello"), NOW)).isTrue();
  }

  @Test
  void messagesAreListedByTimeAndCustomerAndFoundByTheBeginningOfTheirId() throws IOException {
    outbox.write("email", email("aa02", "C1", "Later"), NOW.plusSeconds(60));
    outbox.write("email", email("aa01", "C1", "Sooner"), NOW);
    outbox.write("email", email("bb01", "C10", "Another"), NOW);
    assertThat(outbox.list(Optional.empty()))
        .extracting(OutboxEntry::messageId)
        .containsExactly("aa01", "bb01", "aa02");
    assertThat(outbox.list(Optional.of("C1")))
        .extracting(OutboxEntry::summary)
        .containsExactly("Sooner", "Later");
    assertThat(outbox.find("aa")).hasSize(2);
    assertThat(outbox.find("aa02").getFirst())
        .isEqualTo(
            new OutboxEntry(
                "aa02",
                "C1",
                "p",
                "email",
                NOW.plusSeconds(60),
                "Later",
                List.of(
                    folder.resolve("aa/aa02/message.eml"),
                    folder.resolve("aa/aa02/preview.html"))));
    assertThat(outbox.find("a")).isEmpty();
    assertThat(outbox.find("../x")).isEmpty();
    assertThat(outbox.find("zz")).isEmpty();
  }

  @Test
  void aSenderThatIsNoAddressIsNamed() {
    assertThatThrownBy(() -> Outbox.open(folder, "Example Shop"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the sender must be written Example Shop <shop@example.com>, was 'Example Shop'");
  }

  @Test
  void anOutboxThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Outbox.open(file, FROM))
        .isInstanceOf(CeapException.class)
        .hasMessageStartingWith("the outbox " + file + " cannot be written: ");
  }

  @Test
  void anIdThatLeadsElsewhereIsRefused() {
    assertThatThrownBy(() -> outbox.write("email", email("../../x", "C1", "Hello"), NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a message's id has 2 to 128 letters, digits, hyphens and underscores, was '../../x'");
  }

  @Test
  void theAdapterAnswersAsAProviderDoes() {
    OutboxAdapter adapter = new OutboxAdapter("email", outbox, () -> NOW);
    EmailMessage mail = email("aa01", "C1", "Hello");
    assertThat(adapter.type()).isEqualTo("email");
    assertThat(adapter.send(mail)).isEqualTo(new Handover.Accepted("aa01"));
    assertThat(adapter.send(mail)).isEqualTo(new Handover.Accepted("aa01"));
    assertThat(outbox.list(Optional.empty())).hasSize(1);
  }

  @Test
  void anOutboxThatIsGoneIsAnUnclearEnd() throws IOException {
    OutboxAdapter adapter = new OutboxAdapter("email", outbox, () -> NOW);
    Files.delete(folder.resolve(".unfinished"));
    assertThat(adapter.send(email("aa01", "C1", "Hello")))
        .isInstanceOfSatisfying(
            Handover.Unclear.class,
            unclear -> assertThat(unclear.sentence()).startsWith("the outbox cannot be written: "));
  }

  /** A message of a kind that the platform does not ship. */
  record Note(String messageId, String customerId, String programId, String words)
      implements OutgoingMessage {}

  private static EmailMessage email(String id, String customerId, String subject) {
    return new EmailMessage(
        id,
        customerId,
        "p",
        "anna@xn--mnchen-3ya.example",
        subject,
        "<p>für さくら</p>\n",
        "für さくら\n. dot\nFrom me\n" + "x".repeat(1_200) + "\n",
        Map.of("List-Unsubscribe", LINK, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }

  private MimeMessage open(String id) throws Exception {
    Path file = outbox.find(id).getFirst().files().getFirst();
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }

  private static String part(MimeMultipart parts, int index) throws Exception {
    return ((String) parts.getBodyPart(index).getContent()).replace("\r\n", "\n");
  }
}
