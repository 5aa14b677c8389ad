package com.ceap.local.sample;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** {@code product_interactions}: what customers looked at, several rows for many pairs. */
record InteractionsTable(Shop shop) implements SampleTable {
  /** Rows come shuffled in blocks, so that those of a customer lie apart, in bounded memory. */
  private static final int BLOCK = 1 << 16;

  @Override
  public String name() {
    return "product_interactions";
  }

  @Override
  public String columns() {
    return "customer_id VARCHAR, product_id VARCHAR, view_count INTEGER, time_spent INTEGER,"
        + " add_to_cart BOOLEAN, purchase_status VARCHAR, category VARCHAR, price DOUBLE,"
        + " \"timestamp\" TIMESTAMP, \"date\" DATE";
  }

  @Override
  public long steps() {
    return shop.interactions();
  }

  @Override
  public void write(RowWriter rows) throws SQLException {
    List<Interaction> block = new ArrayList<>(BLOCK);
    shop.browse(
        (customer, visits) -> {
          add(customer, visits, block);
          if (block.size() >= BLOCK) {
            flush(block, rows);
          }
        });
    flush(block, rows);
  }

  private void add(CustomerTraits customer, List<Visit> visits, List<Interaction> block) {
    Draws draws = shop.draws(Draws.Stream.SHUFFLE, customer.index());
    String id = Ids.customer(customer.index());
    long day = shop.businessDate().toEpochDay();
    for (Visit visit : visits) {
      Interaction.report(id, visit, day, draws, block);
    }
  }

  private void flush(List<Interaction> block, RowWriter rows) throws SQLException {
    shuffle(block, shop.draws(Draws.Stream.SHUFFLE, -1 - rows.rows()));
    for (Interaction interaction : block) {
      write(interaction, rows);
      rows.step();
    }
    block.clear();
  }

  private static void shuffle(List<Interaction> block, Draws draws) {
    for (int i = block.size() - 1; i > 0; i--) {
      Interaction other = block.set(draws.below(i + 1), block.get(i));
      block.set(i, other);
    }
  }

  private static void write(Interaction interaction, RowWriter rows) throws SQLException {
    ProductTraits product = interaction.product();
    rows.row()
        .text(interaction.customerId())
        .text(product.id())
        .whole(interaction.viewCount())
        .whole(interaction.timeSpent())
        .flag(interaction.addToCart())
        .text(interaction.purchased() ? "purchased" : "not_purchased")
        .text(product.category().label())
        .number(product.price())
        .time(interaction.second())
        .day(interaction.epochDay())
        .end();
  }
}
