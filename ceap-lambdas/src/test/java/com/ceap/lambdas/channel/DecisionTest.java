package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CustomerLedger.Send;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DecisionTest {
  static Stream<DecisionCase> cases() throws Exception {
    try (var file = DecisionTest.class.getResourceAsStream("decisions.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(DecisionCase::read)
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLedgerAloneDecides(DecisionCase example) {
    Decision decision = example.decide();
    String said =
        switch (decision) {
          case Decision.Reserve _ -> "reserve";
          case Decision.AlreadyReserved(Instant until) ->
              "reserved for " + Duration.between(DecisionCase.NOW, until).toString().substring(2);
          case Decision.LeaseOver _ -> "lease over";
          case Decision.Outdated _ -> "outdated";
          case Decision.Suppress(SuppressReason reason) -> reason.name();
        };
    assertThat(said).isEqualTo(example.expected());
    if (decision instanceof Decision.Reserve(Send send)) {
      Instant now = DecisionCase.NOW;
      assertThat(send)
          .isEqualTo(new Send("m", now, "p", "mail", "email", now.plusSeconds(300), false, 42));
    }
  }
}
