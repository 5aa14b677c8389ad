package com.ceap.local.sample;

import java.sql.SQLException;

/** {@code contacts}: messages sent lately. About half of the customers had their week's e-mails. */
record ContactsTable(Shop shop) implements SampleTable {
  private static final int DAY = 86_400;

  /** Recent ones lie well inside a week, old ones well outside, whenever the run starts. */
  private static final int RECENT = 4 * DAY;

  private static final int OLD = 9 * DAY;

  @Override
  public String name() {
    return "contacts";
  }

  @Override
  public String columns() {
    return "customer_id VARCHAR, program_id VARCHAR, channel VARCHAR, sent_at TIMESTAMP";
  }

  @Override
  public long steps() {
    return shop.customers();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    for (long i = 0; i < shop.customers(); i++) {
      write(Ids.customer(i), shop.draws(Draws.Stream.CONTACT, i), rows);
      rows.step();
    }
  }

  private void write(String customer, Draws draws, RowWriter rows) throws SQLException {
    int recent = draws.chance(0.5) ? 3 + draws.below(2) : draws.below(3);
    for (int i = 0; i < recent; i++) {
      long at = shop.endOfDay() - 1 - draws.below(RECENT);
      write(customer, SampleShop.RECOMMENDATIONS, "email", at, rows);
    }
    if (draws.chance(0.4)) {
      long at = shop.endOfDay() - OLD - draws.below(10 * DAY);
      write(customer, SampleShop.RECOMMENDATIONS, "email", at, rows);
    }
    if (draws.chance(0.15)) {
      long at = shop.endOfDay() - 1 - draws.below(RECENT);
      write(customer, SampleShop.CART_RECOVERY, draws.chance(0.7) ? "email" : "sms", at, rows);
    }
  }

  private static void write(
      String customer, String program, String channel, long at, RowWriter rows)
      throws SQLException {
    rows.row().text(customer).text(program).text(channel).time(at).end();
  }
}
