package com.ceap.lambdas.journey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtExpressionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T23:59:40Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T00:59:40Z, at(2026-11-21T00:59:40)",
    "2026-11-21T00:59:40.001Z, at(2026-11-21T00:59:41)",
    "2026-11-20T23:59:41Z, at(2026-11-21T00:00:10)",
    "2026-11-20T23:59:40Z, at(2026-11-21T00:00:10)",
    "2020-01-01T00:00:00Z, at(2026-11-21T00:00:10)",
    "2027-02-28T23:59:59.999999999Z, at(2027-03-01T00:00:00)",
  })
  void aMomentIsRoundedUpAndAPassedOneBecomesTheNextThatIsTaken(Instant at, String expression) {
    assertThat(AtExpression.of(at, NOW)).isEqualTo(expression);
  }
}
