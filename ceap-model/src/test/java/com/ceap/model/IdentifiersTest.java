package com.ceap.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class IdentifiersTest {
  private static final CandidateKey KEY =
      new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-1"));

  @Test
  void theSameTouchAlwaysHasTheSameMessage() {
    assertThat(Identifiers.touchMessage(KEY, "email", 1))
        .isEqualTo(Identifiers.touchMessage(KEY, "email", 1))
        .matches("[0-9a-f]{40}");
  }

  @Test
  void anotherTouchOrChannelHasAnother() {
    assertThat(Identifiers.touchMessage(KEY, "email", 1))
        .isNotEqualTo(Identifiers.touchMessage(KEY, "email", 2))
        .isNotEqualTo(Identifiers.touchMessage(KEY, "sms", 1));
  }

  @Test
  void partsNeverRunIntoEachOther() {
    assertThat(Identifiers.hash("ab", "c")).isNotEqualTo(Identifiers.hash("a", "bc"));
    assertThat(Identifiers.hash("1:a")).isNotEqualTo(Identifiers.hash("", "1:a"));
  }

  @Test
  void aScheduleNameFitsAndChangesWithEachDeferral() {
    DueTouch due = new DueTouch(KEY, 1, Instant.EPOCH, "v1", 0);

    assertThat(due.scheduleName()).hasSizeLessThanOrEqualTo(64);
    assertThat(due.deferred().scheduleName()).isNotEqualTo(due.scheduleName());
    assertThat(due.deferred().deferral()).isOne();
  }
}
