package com.ceap.local.sample;

import java.sql.SQLException;

/** {@code consents}: opt-outs by program and channel, some of them withdrawn. */
record ConsentsTable(Shop shop) implements SampleTable {
  private static final String ALL = "all";

  @Override
  public String name() {
    return "consents";
  }

  @Override
  public String columns() {
    return "customer_id VARCHAR, program_id VARCHAR, channel VARCHAR, opted_out BOOLEAN,"
        + " updated_at TIMESTAMP";
  }

  @Override
  public long steps() {
    return shop.customers();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    for (long i = 0; i < shop.customers(); i++) {
      write(Ids.customer(i), shop.draws(Draws.Stream.CONSENT, i), rows);
      rows.step();
    }
  }

  /** About one customer in six wants nothing of the recommendations, on any channel. */
  private void write(String customer, Draws draws, RowWriter rows) throws SQLException {
    double at = draws.uniform();
    long when = shop.endOfDay() - 86_400 - draws.below(90 * 86_400);
    if (at < 0.09) {
      write(customer, ALL, ALL, true, when, rows);
    } else if (at < 0.15) {
      write(customer, SampleShop.RECOMMENDATIONS, ALL, true, when, rows);
    } else if (at < 0.165) {
      write(customer, SampleShop.RECOMMENDATIONS, "email", true, when, rows);
      write(customer, SampleShop.RECOMMENDATIONS, "in-app", true, when, rows);
    } else if (at < 0.215) {
      write(customer, SampleShop.RECOMMENDATIONS, "email", true, when, rows);
    } else if (at < 0.235) {
      write(customer, SampleShop.CART_RECOVERY, ALL, true, when, rows);
    } else if (at < 0.26) {
      write(customer, ALL, ALL, true, when - 86_400, rows);
      write(customer, ALL, ALL, false, when, rows);
    }
  }

  private static void write(
      String customer, String program, String channel, boolean optedOut, long when, RowWriter rows)
      throws SQLException {
    rows.row().text(customer).text(program).text(channel).flag(optedOut).time(when).end();
  }
}
