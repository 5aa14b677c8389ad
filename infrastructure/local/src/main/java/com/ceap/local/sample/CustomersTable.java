package com.ceap.local.sample;

import java.sql.SQLException;
import java.util.Locale;

/** {@code customers}: everybody with an account. */
record CustomersTable(Shop shop) implements SampleTable {
  @Override
  public String name() {
    return "customers";
  }

  @Override
  public String columns() {
    return "customer_id VARCHAR, name VARCHAR, status VARCHAR, marketplace VARCHAR,"
        + " time_zone VARCHAR, locale VARCHAR, email VARCHAR, phone VARCHAR,"
        + " payment_method_on_file BOOLEAN, updated_at TIMESTAMP";
  }

  @Override
  public long steps() {
    return shop.customers();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    for (long i = 0; i < shop.customers(); i++) {
      Standing standing = shop.standing(i);
      if (standing != Standing.UNKNOWN) {
        write(shop.customer(i), standing, rows);
      }
      rows.step();
    }
  }

  private void write(CustomerTraits customer, Standing standing, RowWriter rows)
      throws SQLException {
    Draws draws = shop.draws(Draws.Stream.PROFILE, customer.index());
    Marketplace marketplace = customer.marketplace();
    String id = Ids.customer(customer.index());
    rows.row()
        .text(id)
        .text(marketplace.personName(draws))
        .text(standing.name().toLowerCase(Locale.ROOT))
        .text(marketplace.code())
        .text(marketplace.timeZone(draws))
        .text(marketplace.locale())
        .text(id.toLowerCase(Locale.ROOT) + "@example.com")
        .textIfAny(marketplace.phones().number(draws))
        .flag(draws.chance(0.9))
        .time(shop.endOfDay() - 86_400 - draws.below(60 * 86_400))
        .end();
  }
}
