package com.ceap.lambdas.report.page;

import com.ceap.lambdas.report.DayMetrics;
import com.ceap.lambdas.report.Economics;
import com.ceap.lambdas.report.Figures;
import com.ceap.lambdas.report.ProductFigures;
import com.ceap.lambdas.report.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/** What messages and products brought, as tables of a page. */
final class MoneyTables {
  private static final String END = "</tbody></table></div>";

  private MoneyTables() {}

  /** A row for each group of messages, and one for all of them. */
  static String byGroup(DayMetrics sum) {
    StringBuilder table =
        new StringBuilder(
            "<div class=\"wide\"><table><thead><tr><th></th><th>orders</th><th>revenue</th>"
                + "<th>mean order</th><th>discount</th><th>cost</th><th>cost per order</th>"
                + "<th>cost : revenue</th><th>cost and discount : revenue</th></tr></thead><tbody>");
    sum.groups().forEach((group, figures) -> table.append(row(group.text(), figures)));
    table.append(row("together", sum.total()).replace("<tr>", "<tr class=\"together\">"));
    return table.append(END).toString();
  }

  private static String row(String name, Figures figures) {
    Economics economics = new Economics(figures);
    return "<tr><th>%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            Html.text(name),
            Words.count(figures.converted()),
            amounts(figures.revenue().amounts()),
            amounts(economics.averageOrder()),
            amounts(figures.discount().amounts()),
            economics
                .costCurrency()
                .map(currency -> Words.cost(currency, figures.cost().in(currency)))
                .orElse(""),
            economics
                .costPerOrder()
                .map(cost -> Words.cost(economics.costCurrency().orElse(""), cost))
                .orElse(""),
            economics.revenuePerCost().map(Words::perUnit).orElse(""),
            economics.revenuePerCostAndDiscount().map(Words::perUnit).orElse(""));
  }

  private static String amounts(SortedMap<String, BigDecimal> amounts) {
    return String.join(
        "<br>",
        amounts.entrySet().stream()
            .map(entry -> Html.text(Words.money(entry.getKey(), entry.getValue())))
            .toList());
  }

  /** A row for each product. */
  static String ofProducts(List<ProductFigures> products) {
    StringBuilder table =
        new StringBuilder(
            "<div class=\"wide\"><table><thead><tr><th>product</th><th>orders</th>"
                + "<th>revenue</th></tr></thead><tbody>");
    products.forEach(
        product ->
            table.append(
                "<tr><th>%s</th><td>%s</td><td>%s</td></tr>"
                    .formatted(
                        Html.text(product.productId()),
                        Words.count(product.converted()),
                        amounts(product.revenue().amounts()))));
    return table.append(END).toString();
  }
}
