package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of some messages, and of candidates that apps have shown. All but the showings,
 * revenue, discount and cost count messages or orders.
 *
 * @param sent taken by the provider
 * @param unknown of which nobody knows whether they went out
 * @param shadowed that would have been sent
 * @param suppressed turned away, by reason
 * @param failed refused by the provider, by reason
 * @param opened by a person
 * @param clicked by a person
 * @param machines looked at by machines alone
 * @param orders to their credit, by currency; an empty one where the order names none
 * @param discount what was taken off these orders
 * @param cost of those that were sent
 * @param showings what was done in an app
 */
public record Figures(
    long sent,
    long unknown,
    long shadowed,
    SortedMap<String, Long> suppressed,
    SortedMap<String, Long> failed,
    long delivered,
    long bounced,
    long opened,
    long clicked,
    long machines,
    long complained,
    long unsubscribed,
    SortedMap<String, Long> orders,
    Money revenue,
    Money discount,
    Money cost,
    Showings showings) {
  public static final Figures NONE =
      new Figures(
          0,
          0,
          0,
          none(),
          none(),
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          none(),
          Money.NONE,
          Money.NONE,
          Money.NONE,
          Showings.NONE);

  public Figures {
    SortedMap<String, Long> some = new TreeMap<>(orders);
    some.values().removeIf(count -> count == 0);
    orders = Collections.unmodifiableSortedMap(some);
    suppressed = Collections.unmodifiableSortedMap(new TreeMap<>(suppressed));
    failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
  }

  private static SortedMap<String, Long> none() {
    return new TreeMap<>();
  }

  /** Of one order. */
  static Figures sold(String currency, BigDecimal paid, Money discount) {
    SortedMap<String, Long> one = new TreeMap<>(Map.of(currency, 1L));
    return NONE.with(one, Money.of(currency, paid), discount, Showings.NONE);
  }

  /** Of what was done in an app. */
  static Figures shown(Showings showings) {
    return NONE.with(none(), Money.NONE, Money.NONE, showings);
  }

  private Figures with(SortedMap<String, Long> ordered, Money paid, Money off, Showings inApp) {
    return new Figures(
        sent,
        unknown,
        shadowed,
        suppressed,
        failed,
        delivered,
        bounced,
        opened,
        clicked,
        machines,
        complained,
        unsubscribed,
        ordered,
        paid,
        off,
        cost,
        inApp);
  }

  /** How many orders. */
  public long converted() {
    return sum(orders);
  }

  /** How many were turned away. */
  public long suppressions() {
    return sum(suppressed);
  }

  /** How many the provider refused. */
  public long failures() {
    return sum(failed);
  }

  /** How many were dealt with at all. */
  public long messages() {
    return sent + unknown + shadowed + suppressions() + failures();
  }

  /**
   * How many orders there might be: of each message that was sent, or of each candidate that an app
   * has shown.
   */
  public long chances() {
    return messages() > 0 ? sent : showings.shown();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public Figures plus(Figures other) {
    return new Figures(
        sent + other.sent,
        unknown + other.unknown,
        shadowed + other.shadowed,
        merged(suppressed, other.suppressed),
        merged(failed, other.failed),
        delivered + other.delivered,
        bounced + other.bounced,
        opened + other.opened,
        clicked + other.clicked,
        machines + other.machines,
        complained + other.complained,
        unsubscribed + other.unsubscribed,
        merged(orders, other.orders),
        revenue.plus(other.revenue),
        discount.plus(other.discount),
        cost.plus(other.cost),
        showings.plus(other.showings));
  }

  private static SortedMap<String, Long> merged(
      SortedMap<String, Long> some, SortedMap<String, Long> more) {
    SortedMap<String, Long> sums = new TreeMap<>(some);
    more.forEach((reason, count) -> sums.merge(reason, count, Long::sum));
    return sums;
  }
}
