package com.ceap.lambdas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.report.page.ReportPage;
import com.ceap.model.program.Program;
import com.ceap.runtime.objects.FolderObjectStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramReportTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Group MAIL = new Group("email", "email", 1, "");
  private static final Group TEXT = new Group("sms", "sms", 2, "");
  private static final String YAML =
      """
      channels:
        - channelId: "email"
          enabled: true
        - channelId: "sms"
          enabled: true
      """;

  @TempDir private Path folder;
  private final Program program = CartPrograms.carts("email", "sms");
  private MetricsStore metrics;

  @BeforeEach
  void open() {
    metrics = new MetricsStore(new FolderObjectStore(folder));
  }

  private static Figures figures(long sent, long clicked, long left, long orders) {
    return new Figures(
        sent,
        0,
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        sent,
        0,
        clicked,
        clicked,
        0,
        0,
        left,
        new TreeMap<>(Map.of("USD", orders)),
        Money.of("USD", BigDecimal.valueOf(80 * orders)),
        Money.NONE,
        Money.of("USD", new BigDecimal("0.25")),
        Showings.NONE);
  }

  private void write(LocalDate day, Map<Group, Figures> groups) {
    metrics.write(
        new DayMetrics(
            "carts",
            day,
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(groups),
            new TreeMap<>(),
            new TreeMap<>()));
  }

  private ProgramReport report(Optional<LocalDate> day) {
    return ProgramReport.of(
        program,
        metrics,
        day,
        DAY.plusDays(1),
        Optional.of(new ProgramSource("programs/carts.yaml", YAML)));
  }

  @Test
  void aFindingIsMadeWhereTheEvidenceSeparatesAndNotBefore() {
    write(DAY, Map.of(MAIL, figures(20, 5, 0, 3), TEXT, figures(20, 5, 0, 1)));
    assertThat(report(Optional.of(DAY)).findings()).isEmpty();

    write(DAY, Map.of(MAIL, figures(2000, 500, 0, 300), TEXT, figures(2000, 500, 0, 100)));
    assertThat(report(Optional.of(DAY)).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.sentence())
                  .startsWith(
                      "touch 1, email leads to an order more often than touch 2, sms: 15.0 % (300"
                          + " of 2,000; 13.5 % to 16.6 %) against 5.0 % (100 of 2,000;");
              assertThat(finding.change()).isEmpty();
            });
  }

  @Test
  void aChannelThatLosesMoreReadersThanItWinsOrdersIsProposedToBeSwitchedOff() {
    write(DAY, Map.of(MAIL, figures(2000, 500, 0, 300), TEXT, figures(2000, 500, 200, 20)));

    assertThat(report(Optional.empty()).findings().getFirst().change().orElseThrow())
        .isEqualTo(
            """
            --- a/programs/carts.yaml
            +++ b/programs/carts.yaml
            @@ -2,4 +2,4 @@
               - channelId: "email"
                 enabled: true
               - channelId: "sms"
            -    enabled: true
            +    enabled: false
            """);
  }

  @Test
  void theDaysOfAReportAddUp() {
    write(DAY.minusDays(1), Map.of(MAIL, figures(10, 1, 0, 1)));
    write(DAY, Map.of(MAIL, figures(20, 2, 0, 1), TEXT, figures(5, 0, 0, 0)));

    ProgramReport report = report(Optional.empty());

    assertThat(report.sum().groups().get(MAIL).sent()).isEqualTo(30);
    assertThat(report.sum().total().converted()).isEqualTo(2);
    assertThat(report.sum().total().revenue().in("USD")).isEqualByComparingTo("160");
    assertThat(ReportText.of(report))
        .contains("Carts & <Co>, 2026-03-01 to 2026-03-02", "160.00 USD", "together");
  }

  @Test
  void whatAppsHaveShownStandsBesideTheMessages() {
    Figures orders = Figures.sold("USD", new BigDecimal("95"), Money.NONE);
    Figures shown =
        Figures.shown(new Showings(900, 200, 400, 20, 6, 120, 3)).plus(orders).plus(orders);
    Group app = new Group("in-app", "in-app", 0, "");
    write(DAY, Map.of(MAIL, figures(20, 2, 0, 1), app, shown));

    ProgramReport report = report(Optional.of(DAY));

    assertThat(ReportText.of(report))
        .containsPattern("together +20 +20 +2 +2 +1 +5.0 %")
        .containsPattern("in apps +seen +customers +shown +clicked +in cart +waved +did it +orders")
        .containsPattern("in-app +900 +200 +400 +20 +6 +120 +3 +2 +0.50 %")
        .containsPattern("in-app +190.00 USD");
    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.sentence())
                    .startsWith(
                        "What in-app shows is waved away more often than it is followed: 30.0 %"));
    assertThat(ReportPage.of(report))
        .contains("What apps have shown", "120 waved away", "900 showings to 200 customers");
  }

  @Test
  void whatAUnitOfCostBroughtIsPrintedAsAManagerReadsIt() {
    Figures mails =
        Figures.sold("USD", new BigDecimal("135"), Money.of("USD", new BigDecimal("15")))
            .plus(figures(10, 0, 0, 0));
    assertThat(new Economics(mails).revenuePerCost().map(Words::perUnit)).contains("1 : 540");
    assertThat(new Economics(mails).revenuePerCostAndDiscount().map(Words::perUnit))
        .contains("1 : 8.85");
    assertThat(new Economics(mails).costPerOrder()).contains(new BigDecimal("0.25"));
    assertThat(Words.perUnit(new BigDecimal("1350000"))).isEqualTo("1 : over 1,000,000");
    assertThat(Words.perUnit(new BigDecimal("120000"))).isEqualTo("1 : 120,000");
    assertThat(Words.perUnit(new BigDecimal("0.5"))).isEqualTo("1 : 0.50");
    assertThat(new Economics(figures(10, 0, 0, 0)).costPerOrder()).isEmpty();
  }

  @Test
  void aDayWithoutFiguresAndOneOfTheFutureAreRefused() {
    assertThatThrownBy(() -> report(Optional.of(DAY)))
        .hasMessage(
            "there are no figures of carts for 2026-03-02; there are none yet: nothing was stored"
                + " or sent");
    write(DAY, Map.of(MAIL, figures(1, 0, 0, 0)));
    assertThatThrownBy(() -> report(Optional.of(DAY.minusDays(9))))
        .hasMessage(
            "there are no figures of carts for 2026-02-21; there are some for 2026-03-02 to"
                + " 2026-03-02");
    assertThatThrownBy(() -> report(Optional.of(DAY.plusDays(2))))
        .hasMessage("2026-03-04 lies in the future: by the platform's clock it is 2026-03-03");
  }

  @Test
  void aDayOnWhichNothingHappenedHasItsPlaceOnThePage() {
    write(DAY.minusDays(3), Map.of(MAIL, figures(10, 1, 0, 1)));
    write(DAY, Map.of(MAIL, figures(20, 2, 0, 1)));

    assertThat(ReportPage.of(report(Optional.empty())))
        .contains(">02-27<", ">02-28<", ">03-01<", ">03-02<");
  }

  @Test
  void whatMessagesCostIsShownToTheDigitsThatSaySomething() {
    assertThat(Words.cost("USD", new BigDecimal("1424.234"))).isEqualTo("1,424.23 USD");
    assertThat(Words.cost("USD", new BigDecimal("0.4"))).isEqualTo("0.40 USD");
    assertThat(Words.cost("USD", new BigDecimal("0.01145"))).isEqualTo("0.0115 USD");
    assertThat(Words.cost("USD", new BigDecimal("0.0000850"))).isEqualTo("0.000085 USD");
  }

  @Test
  void thePageIsWholeAndLoadsNothing() {
    write(DAY, Map.of(MAIL, figures(2000, 500, 9, 300), TEXT, figures(2000, 500, 200, 20)));

    String page = ReportPage.of(report(Optional.empty()));

    assertThat(page)
        .contains("Carts &amp; &lt;Co&gt;", "<svg", "prefers-color-scheme: dark", "</html>")
        .doesNotContain(
            "{body}", "<script", "http://", "https://", "url(", "<link", "Carts & <Co>");
    assertThat(page.split("<svg", -1)).hasSameSizeAs(page.split("</svg>", -1));
  }
}
