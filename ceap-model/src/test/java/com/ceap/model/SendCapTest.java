package com.ceap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.CustomerLedger.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SendCapTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void aMessageAsOldAsTheWindowNoLongerCounts() {
    SendCap cap = new SendCap(Set.of(), Set.of(), 2, WEEK);

    assertThat(cap.taken(ledger(sent("p", "email", NOW.minus(WEEK))), NOW)).isZero();
    assertThat(cap.taken(ledger(sent("p", "email", NOW.minus(WEEK).plusNanos(1))), NOW)).isOne();
  }

  @Test
  void aReleasedMessageTakesNoUnit() {
    SendCap cap = new SendCap(Set.of(), Set.of(), 2, WEEK);

    assertThat(cap.taken(ledger(sent("p", "email", NOW).release()), NOW)).isZero();
  }

  @Test
  void onlyMessagesOfItsProgramsAndChannelsCount() {
    SendCap cap = new SendCap(Set.of("p", "q"), Set.of("email"), 2, WEEK);
    Send digest = new Send("m", NOW, "q", "digest", "email", NOW, false);

    assertThat(
            cap.taken(
                ledger(
                    sent("p", "email", NOW),
                    sent("p", "sms", NOW),
                    sent("r", "email", NOW),
                    digest),
                NOW))
        .as("one by the channel's id, one by its type")
        .isEqualTo(2);
  }

  @Test
  void aCapOfNothingIsNamed() {
    assertThatThrownBy(() -> new SendCap(Set.of(), Set.of(), 0, WEEK))
        .hasMessage("a cap needs a maximum of at least 1 and a positive window, was 0 in PT168H");
  }

  private static Send sent(String program, String channel, Instant at) {
    return new Send(program + channel, at, program, channel);
  }

  private static CustomerLedger ledger(Send... sends) {
    return new CustomerLedger("C1", 1, List.of(), List.of(), List.of(sends));
  }
}
