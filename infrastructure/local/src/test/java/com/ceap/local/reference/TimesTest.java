package com.ceap.local.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-01-31T00:00:00Z",
    "2026-01-31 10:15:07, 2026-01-31T10:15:07Z",
    "2026-01-31T10:15:07, 2026-01-31T10:15:07Z",
    "2026-01-31 10:15, 2026-01-31T10:15:00Z",
    "2026-01-31 10:15:07.25, 2026-01-31T10:15:07.250Z",
    "2026-01-31T10:15:07Z, 2026-01-31T10:15:07Z",
    "2026-01-31T10:15:07.5+02:00, 2026-01-31T08:15:07.500Z",
    "2026-01-31 10:15:07+02, 2026-01-31T08:15:07Z",
  })
  void timesWithoutAnOffsetAreUtc(String text, Instant expected) throws BadRowException {
    assertThat(Times.parse("updated_at", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30 10:00:00",
        "2026-02-30",
        "2026-13-01",
        "31.01.2026",
        "1769854507",
        "yesterday"
      })
  void anythingElseIsNoTime(String text) {
    assertThatThrownBy(() -> Times.parse("updated_at", text))
        .isInstanceOf(BadRowException.class)
        .hasMessage(
            "'updated_at' is '%s'; it should be a time such as 2026-01-31T10:15:00Z.", text);
  }
}
