package com.ceap.lambdas.report.page;

import com.ceap.lambdas.report.DayMetrics;
import com.ceap.lambdas.report.Economics;
import com.ceap.lambdas.report.Figures;
import com.ceap.lambdas.report.Finding;
import com.ceap.lambdas.report.Group;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    tiles();
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

  private void tiles() {
    Figures total = report.sum().total();
    Showings showings = total.showings();
    Economics economics = new Economics(total);
    StringBuilder tiles = new StringBuilder("<div class=\"tiles\">");
    tile(tiles, Words.count(total.sent()), "messages sent");
    tile(tiles, Funnels.share(total.opened(), total.sent()), "of them opened");
    tile(tiles, Funnels.share(total.clicked(), total.sent()), "led to a click");
    if (!showings.nothing()) {
      tile(tiles, Words.count(showings.customers()), "customers shown something in an app");
      tile(
          tiles,
          Funnels.share(showings.clicked(), showings.shown()),
          "of what was shown was followed");
    }
    tile(tiles, Words.count(total.converted()), "orders");
    if (!total.revenue().isNone()) {
      String sums =
          total.revenue().amounts().entrySet().stream()
              .map(entry -> Words.money(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(" · "));
      tiles.append(
          "<div class=\"tile revenue\"><b>%s</b><span>revenue</span></div>"
              .formatted(Html.text(sums)));
    }
    economics
        .costCurrency()
        .ifPresent(
            currency ->
                tile(
                    tiles,
                    Words.exactMoney(currency, total.cost().in(currency)),
                    "cost of the messages"));
    tile(tiles, Words.count(total.unsubscribed() + total.complained()), "readers lost");
    body.append(tiles).append("</div>\n");
  }

  private static void tile(StringBuilder tiles, String value, String name) {
    tiles.append(
        "<div class=\"tile\"><b>%s</b><span>%s</span></div>"
            .formatted(Html.text(value), Html.text(name)));
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
    List<Bar> bars = new ArrayList<>();
    bars.add(new Bar("read", run.raw(), Words.count(run.raw()), 2));
    bars.add(new Bar("unique candidates", run.unique(), Words.count(run.unique()), 1));
    run.turnedAway()
        .forEach(
            filter ->
                bars.add(
                    new Bar(
                        "− " + filter.filterId(),
                        filter.count(),
                        Words.count(filter.count())
                            + ", "
                            + Funnels.share(filter.count(), run.unique()),
                        3)));
    bars.add(
        new Bar(
            "eligible",
            run.eligible(),
            Words.count(run.eligible()) + ", " + Funnels.share(run.eligible(), run.unique()),
            1));
    bars.add(new Bar("stored", run.stored(), Words.count(run.stored()), 1));
    section(
        "From rows to candidates",
        "The last run, " + Html.text(run.runId()) + "; shares are of the unique candidates.",
        Charts.bars("Funnel of the last run", bars));
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
          "<h3>Messages sent</h3>"
              + Charts.columns("Messages sent by day", perDay(f -> f.total().sent(), 1))
              + "<h3>Orders to their credit or an app's, and of their own accord</h3>"
              + Charts.columns("Orders by day", perDay(f -> f.total().converted(), 5)));
    }
  }

  private List<Bar> perDay(Function<DayMetrics, Long> count, int series) {
    return report.days().stream()
        .map(
            day ->
                new Bar(
                    day.day().toString().substring(5),
                    count.apply(day),
                    Words.count(count.apply(day)),
                    series))
        .toList();
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
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<Group, Figures> entry : report.sum().groups().entrySet()) {
      entry
          .getValue()
          .suppressed()
          .forEach(
              (reason, count) ->
                  bars.add(
                      new Bar(
                          entry.getKey().text(),
                          count,
                          Words.count(count) + " " + Words.reason(reason),
                          3)));
    }
    if (!bars.isEmpty()) {
      section(
          "Messages that were not sent",
          "",
          Charts.bars("Messages that were not sent, by reason", bars));
    }
  }
}
