package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTrailTest {
  private static final Instant SENT = Instant.parse("2026-03-02T10:00:00Z");
  private final Stores stores = Stores.on(new MemoryTables(() -> SENT), () -> SENT);
  private final MessageTracking tracking = new MessageTracking(stores.messages());

  @Test
  void whoeverOpensAndFollowsALinkIsAReader() {
    send("m", "email");

    tracking.opened("C1", "m", false, at(60));
    assertThat(state("m")).isEqualTo(MessageState.OPENED);
    tracking.clicked("C1", "m", "a", false, at(70));

    assertThat(state("m")).isEqualTo(MessageState.CLICKED);
    assertThat(tracked("m").opened()).isTrue();
    assertThat(tracked("m").clicked()).isTrue();
  }

  @Test
  void programsThatSaySoAreNoReaders() {
    send("m", "email");

    tracking.opened("C1", "m", true, at(3600));
    tracking.clicked("C1", "m", "a", true, at(3600));

    assertThat(state("m")).isEqualTo(MessageState.SENT);
    assertThat(tracked("m").opened()).isFalse();
    assertThat(tracked("m").trail().machinesOnly("email")).isTrue();
  }

  @Test
  void nobodyReadsAMailWithinSecondsOfItsDeliveryHoweverLateThatIsSaid() {
    send("m", "email");
    tracking.opened("C1", "m", false, at(65));
    tracking.clicked("C1", "m", "a", false, at(66));

    stores.messages().note("C1", "m", MessageEvent.DELIVERED, at(60));

    assertThat(tracked("m").opened()).isFalse();
    assertThat(tracked("m").clicked()).isFalse();
    tracking.opened("C1", "m", false, at(70));
    assertThat(tracked("m").opened()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "push"})
  void aTelephoneLightsUpAtOnce(String type) {
    send("m", type);

    tracking.clicked("C1", "m", "a", false, at(2));

    assertThat(tracked("m").clicked()).isTrue();
  }

  @Test
  void whoeverFollowsAllLinksAtOnceIsAScannerAndAReaderMayFollow() {
    send("m", "email");
    tracking.clicked("C1", "m", "a", false, at(300));
    tracking.clicked("C1", "m", "b", false, at(300).plusMillis(400));
    tracking.clicked("C1", "m", "c", false, at(301));

    assertThat(tracked("m").clicked()).isFalse();
    tracking.clicked("C1", "m", "b", false, at(900));
    assertThat(tracked("m").clicked()).isTrue();
  }

  @Test
  void beforeAMessageIsRecordedNothingIsKept() {
    tracking.opened("C1", "m", false, at(1));

    assertThat(stores.messages().tracked("C1", "m")).isEmpty();
  }

  @RepeatedTest(50)
  void reportsInAnyOrderAndRepeatedSayTheSame(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<Consumer<String>> reports = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Instant at = at(random.nextInt(40)).plusMillis(random.nextInt(1000));
      String link = "l" + random.nextInt(3);
      boolean machine = random.nextInt(4) == 0;
      reports.add(
          switch (random.nextInt(3)) {
            case 0 -> id -> tracking.opened("C1", id, machine, at);
            case 1 -> id -> tracking.clicked("C1", id, link, machine, at);
            default -> id -> stores.messages().note("C1", id, MessageEvent.DELIVERED, at);
          });
    }
    send("in-order", "email");
    reports.forEach(report -> report.accept("in-order"));
    send("shuffled", "email");
    List<Consumer<String>> again = new ArrayList<>(reports);
    again.addAll(reports.subList(0, random.nextInt(reports.size())));
    Collections.shuffle(again, random);
    again.forEach(report -> report.accept("shuffled"));

    assertThat(tracked("shuffled").trail())
        .as("seed %d", seed)
        .isEqualTo(tracked("in-order").trail());
  }

  @Test
  void aTrailThatWasNeverWrittenIsEmpty() {
    send("m", "email");

    assertThat(tracked("m").trail()).isEqualTo(new MessageTrail(SENT, Map.of(), Map.of()));
    assertThat(tracked("m").trail().machinesOnly("email")).isFalse();
  }

  private static Instant at(long seconds) {
    return SENT.plusSeconds(seconds);
  }

  private void send(String id, String type) {
    Message message =
        new Message(
            id,
            new CandidateKey("C1", "carts", "US", new Subject("cart", "K1")),
            type,
            type,
            1,
            MessageState.SENT,
            Optional.empty(),
            SENT,
            Optional.empty(),
            "v1");
    stores.messages().record(message, SENT.plus(Duration.ofDays(30)));
  }

  private TrackedMessage tracked(String id) {
    return stores.messages().tracked("C1", id).orElseThrow();
  }

  private MessageState state(String id) {
    return tracked(id).message().state();
  }
}
