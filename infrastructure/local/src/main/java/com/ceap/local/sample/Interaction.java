package com.ceap.local.sample;

import java.util.List;

/**
 * A row of {@code product_interactions}.
 *
 * @param customerId blank in a bad record
 * @param viewCount negative in a bad record
 * @param second seconds since the epoch; years ahead in a bad record
 * @param epochDay the day under which the row is filed
 */
record Interaction(
    String customerId,
    ProductTraits product,
    int viewCount,
    int timeSpent,
    boolean addToCart,
    boolean purchased,
    long second,
    long epochDay) {

  private static final double BAD_RECORDS = 0.0005;
  private static final long DAY = 86_400;

  /** The rows that report a visit: the newest state, and repeats or earlier states of it. */
  static void report(
      String customerId, Visit visit, long businessDay, Draws draws, List<Interaction> into) {
    long day = businessDay + visit.dayOffset();
    Interaction newest =
        new Interaction(
            customerId,
            visit.product(),
            visit.viewCount(),
            visit.timeSpent(),
            visit.addToCart(),
            visit.purchased(),
            day * DAY + visit.secondOfDay(),
            day);
    into.add(newest.perhapsBad(draws));
    for (int i = 1; i < visit.rows(); i++) {
      into.add((draws.chance(0.4) ? newest : newest.earlier(draws)).perhapsBad(draws));
    }
  }

  /** What the session looked like before it ended. */
  private Interaction earlier(Draws draws) {
    double part = 0.4 + 0.5 * draws.uniform();
    long seconds = second - epochDay * DAY;
    return new Interaction(
        customerId,
        product,
        viewCount < 3 ? viewCount : Math.max(3, (int) (viewCount * part)),
        (int) (timeSpent * part),
        addToCart && draws.chance(0.5),
        purchased,
        epochDay * DAY + (long) (seconds * part),
        epochDay);
  }

  private Interaction perhapsBad(Draws draws) {
    if (!draws.chance(BAD_RECORDS)) {
      return this;
    }
    return switch (draws.below(4)) {
      case 0 -> bad("", viewCount, timeSpent, second);
      case 1 -> bad(customerId, -viewCount, timeSpent, second);
      case 2 -> bad(customerId, viewCount, -1 - timeSpent, second);
      default -> bad(customerId, viewCount, timeSpent, second + 4_000 * DAY);
    };
  }

  private Interaction bad(String customer, int views, int seconds, long at) {
    return new Interaction(customer, product, views, seconds, addToCart, purchased, at, epochDay);
  }
}
