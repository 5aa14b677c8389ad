package com.ceap.lambdas.report.page;

import com.ceap.lambdas.report.Economics;
import com.ceap.lambdas.report.Figures;
import com.ceap.lambdas.report.Showings;
import com.ceap.lambdas.report.Words;
import java.util.stream.Collectors;

/** The figures at the head of a page, each with what it says. For one thread. */
final class Tiles {
  private final StringBuilder tiles = new StringBuilder("<div class=\"tiles\">");

  private Tiles() {}

  static String of(Figures total) {
    Tiles head = new Tiles();
    head.messages(total);
    head.showings(total.showings());
    head.tile(Words.count(total.converted()), "orders");
    head.money(total);
    head.tile(Words.count(total.unsubscribed() + total.complained()), "readers lost");
    return head.tiles.append("</div>\n").toString();
  }

  private void messages(Figures total) {
    tile(Words.count(total.sent()), "messages sent");
    tile(Funnels.share(total.opened(), total.sent()), "of them opened");
    tile(Funnels.share(total.clicked(), total.sent()), "led to a click");
  }

  private void showings(Showings showings) {
    if (!showings.nothing()) {
      tile(Words.count(showings.customers()), "customers shown something in an app");
      tile(Funnels.share(showings.clicked(), showings.shown()), "of what was shown was followed");
    }
  }

  private void money(Figures total) {
    if (!total.revenue().isNone()) {
      String sums =
          total.revenue().amounts().entrySet().stream()
              .map(entry -> Words.money(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(" · "));
      tiles.append(
          "<div class=\"tile revenue\"><b>%s</b><span>revenue</span></div>"
              .formatted(Html.text(sums)));
    }
    new Economics(total)
        .costCurrency()
        .ifPresent(
            currency ->
                tile(Words.cost(currency, total.cost().in(currency)), "cost of the messages"));
  }

  private void tile(String value, String name) {
    tiles.append(
        "<div class=\"tile\"><b>%s</b><span>%s</span></div>"
            .formatted(Html.text(value), Html.text(name)));
  }
}
