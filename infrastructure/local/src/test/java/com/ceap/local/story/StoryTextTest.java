package com.ceap.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StoryTextTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void theTablesReadAsTheyAreMeant() {
    StoryFigures story =
        new StoryFigures(
            "carts",
            BEGIN,
            BEGIN.plus(Duration.ofHours(74)),
            1_234,
            new EventFigures(
                1_300,
                0,
                100,
                1_000,
                counts(Map.of("eligibility OPTED_OUT", 150L)),
                40,
                counts(Map.of("EVENT_INVALID", 7L, "EVENT_LATE", 3L))),
            List.of(
                new TouchFigures(
                    1,
                    "email",
                    Duration.ofHours(1),
                    990,
                    counts(Map.of("EXITED", 8L, "NO_ADDRESS", 1L)),
                    1,
                    sales(Map.of("JPY", "12582", "USD", "275.8"), 2)),
                new TouchFigures(
                    2, "sms", Duration.ofMinutes(90), 5, counts(Map.of()), 0, sales(Map.of(), 0))),
            sales(Map.of("USD", "1000"), 1),
            3,
            1,
            Optional.empty());

    assertThat(StoryText.of(story))
        .isEqualTo(
            """
              events of carts             1,300
                for no program             -100
                dead letters                -10   EVENT_INVALID 7, EVENT_LATE 3
                duplicates                  -40
                rejected                   -150   eligibility OPTED_OUT 150
              candidates                  1,000

              touch                        sent suppressed  bought
              1  email  after 1 h           990          9       2   EXITED 8, NO_ADDRESS 1, 1 failed
              2  sms    after 90 min          5          0       0
              without a message                                  1   3 emptied their cart, 1 opted out meanwhile

              revenue         touch 1       touch 2    no message      together
              JPY              12,582                                    12,582
              USD              275.80                    1,000.00      1,275.80
            """);
  }

  private static SortedMap<String, Long> counts(Map<String, Long> counts) {
    return new TreeMap<>(counts);
  }

  private static Sales sales(Map<String, String> paid, long orders) {
    TreeMap<String, BigDecimal> revenue = new TreeMap<>();
    paid.forEach((currency, amount) -> revenue.put(currency, new BigDecimal(amount)));
    return new Sales(orders, revenue);
  }
}
