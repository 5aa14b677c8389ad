package com.ceap.local.sample;

import java.sql.SQLException;

/** {@code purchases} of the last weeks: one visited product in five was bought before. */
record PurchasesTable(Shop shop) implements SampleTable {
  private static final int DAY = 86_400;

  @Override
  public String name() {
    return "purchases";
  }

  @Override
  public String columns() {
    return "customer_id VARCHAR, product_id VARCHAR, order_id VARCHAR, purchased_at TIMESTAMP";
  }

  @Override
  public long steps() {
    return shop.customers();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    shop.browse(
        (customer, visits) -> {
          Draws draws = shop.draws(Draws.Stream.PURCHASE, customer.index());
          double bought = Draws.sigmoid(-1.5 + 0.6 * customer.loyalty());
          for (Visit visit : visits) {
            boolean before = draws.chance(bought);
            if (visit.purchased() || before) {
              write(customer, visit, draws, rows);
            }
          }
          rows.step();
        });
  }

  private void write(CustomerTraits customer, Visit visit, Draws draws, RowWriter rows)
      throws SQLException {
    int age = visit.purchased() ? DAY : 20 * DAY;
    rows.row()
        .text(Ids.customer(customer.index()))
        .text(visit.product().id())
        .text("O" + Ids.padded(rows.rows(), 8))
        .time(shop.endOfDay() - 1 - draws.below(age))
        .end();
  }
}
