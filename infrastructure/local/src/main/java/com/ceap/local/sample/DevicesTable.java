package com.ceap.local.sample;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** {@code devices}: two customers in five have an app or a browser that takes push messages. */
record DevicesTable(Shop shop) implements SampleTable {
  private static final List<String> PLATFORMS = List.of("ios", "android", "web");

  @Override
  public String name() {
    return "devices";
  }

  @Override
  public String columns() {
    return "customer_id VARCHAR, token VARCHAR, platform VARCHAR, updated_at TIMESTAMP";
  }

  @Override
  public long steps() {
    return shop.customers();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    for (long i = 0; i < shop.customers(); i++) {
      Draws draws = shop.draws(Draws.Stream.DEVICE, i);
      int devices = draws.chance(0.4) ? 1 + draws.below(2) : 0;
      for (int device = 0; device < devices; device++) {
        rows.row()
            .text(Ids.customer(i))
            .text("sample-" + HexFormat.of().toHexDigits(draws.next()))
            .text(PLATFORMS.get(draws.below(PLATFORMS.size())))
            .time(shop.endOfDay() - 86_400 - draws.below(60 * 86_400))
            .end();
      }
      rows.step();
    }
  }
}
