package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report as text for a terminal. */
public final class ReportText {
  private static final int PRODUCTS = 10;
  private static final String ROW = "  %-30s %7s %9s %7s %7s %7s %7s %9s  %-18s %s";

  private static final String SHOWN = "  %-30s %7s %9s %7s %7s %7s %7s %7s %7s %9s  %s";
  private static final String MONEY = "  %-30s %-26s %-26s %-22s %-14s %-12s %-18s %s";

  private final ProgramReport report;
  private final List<String> lines = new ArrayList<>();

  private ReportText(ProgramReport report) {
    this.report = report;
  }

  public static String of(ProgramReport report) {
    ReportText text = new ReportText(report);
    text.write();
    return String.join("\n", text.lines) + "\n";
  }

  private void write() {
    lines.add(
        "%s, %s%s"
            .formatted(
                report.program().programName(),
                report.from(),
                report.from().equals(report.to()) ? "" : " to " + report.to()));
    candidates();
    groups();
    showings();
    money();
    shares();
    products();
    findings();
  }

  private void candidates() {
    long stored = report.sum().candidates().values().stream().mapToLong(Long::longValue).sum();
    lines.add("");
    line("  %-30s %,7d", "candidates stored", stored);
    for (RunFigures run : report.sum().runs()) {
      line(
          "  run %s %s: %,d unique, %,d eligible, %,d stored",
          run.runId(), run.state(), run.unique(), run.eligible(), run.stored());
    }
  }

  private void groups() {
    lines.add("");
    line(
        ROW,
        "",
        "sent",
        "delivered",
        "opened",
        "clicked",
        "left",
        "orders",
        "of sent",
        "95 %",
        "not sent");
    report
        .sum()
        .groups()
        .forEach(
            (group, figures) -> {
              if (figures.messages() > 0) {
                row(group.text(), figures);
              }
            });
    row("together", report.sum().messages());
  }

  private void showings() {
    if (report.sum().total().showings().nothing()) {
      return;
    }
    lines.add("");
    line(
        SHOWN,
        "in apps",
        "seen",
        "customers",
        "shown",
        "clicked",
        "in cart",
        "waved",
        "did it",
        "orders",
        "of shown",
        "95 %");
    report
        .sum()
        .groups()
        .forEach(
            (group, figures) -> {
              if (!figures.showings().nothing()) {
                shown(group.text(), figures);
              }
            });
  }

  private void shown(String name, Figures figures) {
    Showings showings = figures.showings();
    Rate rate = Rate.ofOrders(figures);
    line(
        SHOWN,
        name,
        count(showings.impressions()),
        count(showings.customers()),
        count(showings.shown()),
        count(showings.clicked()),
        count(showings.addedToCart()),
        count(showings.dismissed()),
        count(showings.converted()),
        count(figures.converted()),
        Words.percent(rate.value()),
        interval(rate));
  }

  private static String interval(Rate rate) {
    return Words.percent(rate.low(Rate.Z_95)) + " to " + Words.percent(rate.high(Rate.Z_95));
  }

  private void row(String name, Figures figures) {
    Rate rate = Rate.ofOrders(figures);
    boolean known = figures.sent() > 0;
    line(
        ROW,
        name,
        count(figures.sent()),
        count(figures.delivered()),
        count(figures.opened()),
        count(figures.clicked()),
        count(figures.unsubscribed() + figures.complained()),
        count(figures.converted()),
        known ? Words.percent(rate.value()) : "",
        known ? interval(rate) : "",
        reasons(figures));
  }

  private static String count(long number) {
    return number == 0 ? "" : String.format(Locale.ROOT, "%,d", number);
  }

  private static String reasons(Figures figures) {
    SortedMap<String, Long> all = new TreeMap<>(figures.suppressed());
    figures.failed().forEach((reason, count) -> all.merge(reason, count, Long::sum));
    return all.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private void money() {
    lines.add("");
    line(
        MONEY,
        "",
        "revenue",
        "mean order",
        "discount",
        "cost",
        "per order",
        "cost : revenue",
        "cost and discount : revenue");
    report.sum().groups().forEach((group, figures) -> money(group.text(), figures));
    money("together", report.sum().total());
  }

  private void money(String name, Figures figures) {
    Economics economics = new Economics(figures);
    List<String> revenue = texts(figures.revenue().amounts());
    List<String> mean = texts(economics.averageOrder());
    List<String> discount = texts(figures.discount().amounts());
    List<String> cost =
        figures.cost().amounts().entrySet().stream()
            .map(e -> e.getValue().toPlainString() + " " + e.getKey())
            .toList();
    int rows = Math.max(1, Math.max(revenue.size(), discount.size()));
    for (int i = 0; i < rows; i++) {
      line(
          MONEY,
          i == 0 ? name : "",
          at(revenue, i),
          at(mean, i),
          at(discount, i),
          at(cost, i),
          i == 0 ? economics.costPerOrder().map(BigDecimal::toPlainString).orElse("") : "",
          i == 0 ? economics.revenuePerCost().map(Words::perUnit).orElse("") : "",
          i == 0 ? economics.revenuePerCostAndDiscount().map(Words::perUnit).orElse("") : "");
    }
  }

  private static String at(List<String> texts, int index) {
    return index < texts.size() ? texts.get(index) : "";
  }

  private static List<String> texts(SortedMap<String, BigDecimal> amounts) {
    return amounts.entrySet().stream()
        .map(
            entry ->
                String.format(Locale.ROOT, "%,.2f %s", entry.getValue(), entry.getKey()).strip())
        .toList();
  }

  private void shares() {
    if (!report.sum().shares().isEmpty()) {
      lines.add("");
      lines.add("  orders in equal shares by each channel that the customer saw");
      report.sum().shares().forEach((channel, share) -> line("  %-30s %7.2f", channel, share));
    }
  }

  private void products() {
    List<ProductFigures> best = Words.bestProducts(report.sum(), PRODUCTS);
    if (!best.isEmpty()) {
      lines.add("");
      lines.add("  products that sold best");
      best.forEach(
          product ->
              line(
                  "  %-30s %,7d  %s",
                  product.productId(),
                  product.converted(),
                  String.join(", ", texts(product.revenue().amounts()))));
    }
  }

  private void findings() {
    lines.add("");
    lines.add("  findings");
    if (report.findings().isEmpty()) {
      lines.add("  The evidence separates nothing yet.");
    }
    int number = 0;
    for (Finding finding : report.findings()) {
      line("  %d. %s", ++number, finding.sentence());
      finding.change().ifPresent(diff -> diff.lines().forEach(each -> lines.add("     " + each)));
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
  private void line(String format, Object... arguments) {
    lines.add(String.format(Locale.ROOT, format, arguments).stripTrailing());
  }
}
