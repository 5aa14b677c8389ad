package com.ceap.lambdas.report.page;

import com.ceap.lambdas.report.Finding;
import com.ceap.lambdas.report.ProductFigures;
import com.ceap.lambdas.report.ProgramReport;
import com.ceap.lambdas.report.Rate;
import com.ceap.lambdas.report.RunFigures;
import com.ceap.lambdas.report.Showings;
import com.ceap.lambdas.report.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** A report for a manager: what came of it, where, how sure that is, and what to do. */
public final class ReportPage {
  private static final int PRODUCTS = 10;

  private final ProgramReport report;
  private final StringBuilder body = new StringBuilder();

  private ReportPage(ProgramReport report) {
    this.report = report;
  }

  /** The page: it loads nothing, and follows the reader's choice of light and dark. */
  public static String of(ProgramReport report) {
    ReportPage page = new ReportPage(report);
    page.write();
    String period =
        report.from().equals(report.to())
            ? report.from().toString()
            : report.from() + " to " + report.to();
    return template()
        .replace("{program}", Html.text(report.program().programName()))
        .replace("{period}", period)
        .replace("{body}", page.body);
  }

  private static String template() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource report.html cannot be read", e);
    }
  }

  private void write() {
    body.append(Tiles.of(report.sum().total()));
    runs();
    messages();
    showings();
    rates();
    days();
    shares();
    money();
    products();
    suppressed();
    findings();
  }

  private void section(String title, String note, String content) {
    body.append("<section><h2>").append(title).append("</h2>");
    if (!note.isEmpty()) {
      body.append("<p class=\"note\">").append(note).append("</p>");
    }
    body.append(content).append("</section>\n");
  }

  private void findings() {
    StringBuilder list = new StringBuilder();
    if (report.findings().isEmpty()) {
      list.append("<p>The evidence separates nothing yet.</p>");
    } else {
      list.append("<ol class=\"findings\">");
      for (Finding finding : report.findings()) {
        list.append("<li>").append(Html.text(finding.sentence()));
        finding
            .change()
            .ifPresent(diff -> list.append("<pre>").append(Html.text(diff)).append("</pre>"));
        list.append("</li>");
      }
      list.append("</ol>");
    }
    section(
        "What the figures bear out",
        "In brackets: how many of how many, and the range that the true share lies in with 95 %"
            + " confidence, all comparisons taken together. What the evidence does not separate is"
            + " not listed.",
        list.toString());
  }

  private void runs() {
    if (report.sum().runs().isEmpty()) {
      return;
    }
    RunFigures run = report.sum().runs().getLast();
    section(
        "From rows to candidates",
        "The last run, " + Html.text(run.runId()) + "; shares are of the unique candidates.",
        Charts.bars("Funnel of the last run", Funnels.ofRun(run)));
  }

  private void messages() {
    List<Bar> bars = Funnels.ofMessages(report.sum());
    if (!bars.isEmpty()) {
      section(
          "From message to order",
          "What people did; looks of mail scanners and prefetchers do not count.",
          Charts.bars("From message to order, by touch", bars));
    }
  }

  private void showings() {
    List<Bar> bars = Funnels.ofShowings(report.sum());
    if (!bars.isEmpty()) {
      Showings all = report.sum().total().showings();
      section(
          "What apps have shown",
          "Candidates, each once a day and channel; %s showings to %s customers in all, of whom one who came on several days counts on each."
              .formatted(Words.count(all.impressions()), Words.count(all.customers())),
          Charts.bars("From showing to order, by channel", bars));
    }
  }

  private void rates() {
    List<Charts.Dot> dots = new ArrayList<>();
    report
        .sum()
        .groups()
        .forEach(
            (group, figures) -> {
              if (figures.chances() > 0) {
                Rate rate = Rate.ofOrders(figures);
                dots.add(
                    new Charts.Dot(
                        group.text(),
                        rate.low(Rate.Z_95),
                        rate.value(),
                        rate.high(Rate.Z_95),
                        Words.percent(rate.value())));
              }
            });
    if (!dots.isEmpty()) {
      section(
          "How often a message or a showing leads to an order",
          "The dot is what was seen, the line the 95 % interval: where lines overlap widely, the"
              + " difference may be chance.",
          Charts.intervals("Share of messages and showings that led to an order", dots));
    }
  }

  private void days() {
    if (report.days().size() > 1) {
      section(
          "Day by day",
          "By the day on which the messages went out (UTC).",
          DayCharts.of(report.days()));
    }
  }

  private void shares() {
    SortedMap<String, BigDecimal> shares = report.sum().shares();
    if (shares.size() > 1) {
      section(
          "Who helped",
          "Orders in equal shares by each channel that the customer saw before. The last message"
              + " before an order has all of it in the figures above.",
          Charts.bars(
              "Orders by share of channel",
              shares.entrySet().stream()
                  .map(
                      share ->
                          new Bar(
                              share.getKey(),
                              share.getValue().doubleValue(),
                              String.format(Locale.ROOT, "%.1f", share.getValue()),
                              1))
                  .toList()));
    }
  }

  private void money() {
    section(
        "Money",
        "Sums of different currencies are not added. What each unit of cost brought counts orders in"
            + " the currency of the costs alone; the last column counts what was taken off the"
            + " orders as a cost as well.",
        MoneyTables.byGroup(report.sum()));
  }

  private void products() {
    List<ProductFigures> best = Words.bestProducts(report.sum(), PRODUCTS);
    if (!best.isEmpty()) {
      section("Products that sold best", "", MoneyTables.ofProducts(best));
    }
  }

  private void suppressed() {
    List<Bar> bars = NotSent.of(report.sum());
    if (!bars.isEmpty()) {
      section(
          "Messages that were not sent",
          "",
          Charts.bars("Messages that were not sent, by reason", bars));
    }
  }
}
