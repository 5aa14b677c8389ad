package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ExportShop.DAY;
import static com.ceap.lambdas.export.ExportShop.key;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.Engagement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two days of a small shop: what each query answers was worked out by hand. */
final class AnalystQueriesIT {
  private static final String P = "product-recommendations | ";

  private static final Map<String, List<String>> ANSWERS =
      Map.ofEntries(
          entry(
              "funnel-by-channel",
              List.of(P + "email | 5 | 4 | 2 | 2 | 1 | 1", P + "sms | 1 | 1 | 0 | 0 | 0 | 0")),
          entry(
              "in-app-funnel",
              List.of(
                  P + "in-app | 2 | 2 | 3 | 1 | 0 | 1 | 0",
                  P + "null | 1 | 1 | 1 | 0 | 0 | 0 | 0")),
          entry(
              "revenue-by-touch",
              List.of(
                  P + "email | 1 | USD | 1 | 100.0000 | 100.00",
                  P + "sms | 1 | USD | 1 | 20.0000 | 20.00")),
          entry(
              "conversion-by-score",
              List.of(P + "0.2 | 1 | 0 | 0.0", P + "0.5 | 2 | 1 | 0.5", P + "0.9 | 1 | 1 | 1.0")),
          entry("why-not-sent", List.of(P + "email | SUPPRESSED | OPTED_OUT | 1")),
          entry("deliverability", List.of(P + "email | 4 | 0.25 | 0.0", P + "sms | 1 | 0.0 | 0.0")),
          entry("revenue-by-category", List.of(P + "Möbel | USD | 2 | 120.0000 | 60.00")),
          entry("discount-effect", List.of(P + "US | 15 | 4 | 2 | 0.5 | USD | 60.00")),
          entry("days-to-purchase", List.of(P + "1 | 1", P + "2 | 1")),
          entry(
              "models-compared",
              List.of(P + "affinity | 4 | 1.0 | 1.0", P + "intent | 4 | 0.7 | 0.375")),
          entry("contact-pressure", List.of("1 | 3", "2 | 1")));

  @TempDir static Path folder;
  private static ExportShop shop;
  private static ExportedRows rows;

  @BeforeAll
  static void exportTwoDays() {
    shop = new ExportShop(folder);
    rows = new ExportedRows(shop.objects);
    shop.decide(key("C1", "P"), 0.95);
    shop.decide(key("C2", "P"), 0.5);
    shop.decide(key("C3", "P"), 0.25);
    Message first = shop.send(key("C1", "P"), "email", MessageState.SENT);
    Message second = shop.send(key("C2", "P"), "sms", MessageState.SENT);
    Message bounced = shop.send(key("C3", "P"), "email", MessageState.SENT);
    Message opened = shop.send(key("C4", "P"), "email", MessageState.SENT);
    shop.send(key("C5", "P"), "email", MessageState.SUPPRESSED);
    shop.send(key("C1", "P2"), "email", MessageState.SENT);
    shop.convert(key("C2", "P"), second, "20");
    shop.engage(key("C1", "P"), Engagement.Type.IMPRESSION, Optional.of("in-app"), shop.now);
    shop.engage(key("C1", "P"), Engagement.Type.CLICK, Optional.of("in-app"), shop.now);
    shop.engage(key("C2", "P"), Engagement.Type.DISMISSAL, Optional.of("in-app"), shop.now);
    shop.engage(key("C3", "P"), Engagement.Type.IMPRESSION, Optional.empty(), shop.now);
    shop.run(DAY);
    Instant before = shop.now;
    shop.now = shop.now.plus(Duration.ofDays(1));
    shop.engage(key("C1", "P2"), Engagement.Type.IMPRESSION, Optional.of("in-app"), before);
    shop.decide(key("C1", "P"), 0.9);
    shop.decide(key("C4", "P"), 0.5);
    shop.advance(bounced, MessageState.BOUNCED);
    shop.advance(opened, MessageState.OPENED);
    shop.convert(key("C1", "P"), first, "100");
    shop.advance(first, MessageState.CONVERTED);
    shop.run(DAY.plusDays(1));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  static List<AnalystQuery> all() {
    return AnalystQueries.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void aQueryAnswersItsQuestion(AnalystQuery query) {
    assertThat(query.question()).matches("[A-Z].*[.?]");
    String sql = query.sql().replace("current_date", "DATE '2026-11-30'");
    assertThat(rows.query(sql)).as(query.question()).isEqualTo(ANSWERS.get(query.name()));
  }

  @Test
  void thereAreTenOrMoreAndEachLooksAtFourWeeksOnly() {
    assertThat(AnalystQueries.ALL).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
    assertThat(AnalystQueries.ALL)
        .allSatisfy(
            query -> {
              String early = query.sql().replace("current_date", "DATE '2027-01-30'");
              assertThat(rows.query(early)).as(query.name()).isEmpty();
            });
    assertThat(AnalystQueries.find("funnel-by-channel")).isPresent();
    assertThat(AnalystQueries.find("funnel")).isEmpty();
  }
}
