package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The figures of a program's day, UTC: of the candidates that were stored, the messages that were
 * dealt with that day and all that has become of them since, and the orders of that day that
 * nothing led to.
 *
 * @param candidates stored, by treatment; empty for those of no experiment
 * @param groups what became of messages
 * @param shares the orders that messages led to, in equal shares by each channel that the customer
 *     saw before; together as many as the orders
 * @param products of which candidates were bought
 */
public record DayMetrics(
    String programId,
    LocalDate day,
    List<RunFigures> runs,
    SortedMap<String, Long> candidates,
    SortedMap<Group, Figures> groups,
    SortedMap<String, BigDecimal> shares,
    SortedMap<String, ProductFigures> products) {
  public DayMetrics {
    runs = List.copyOf(runs);
    candidates = Collections.unmodifiableSortedMap(new TreeMap<>(candidates));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
  }

  /** Whether nothing happened. */
  public boolean isEmpty() {
    return runs.isEmpty() && candidates.isEmpty() && groups.isEmpty();
  }

  /** All groups together. */
  public Figures total() {
    return groups.values().stream().reduce(Figures.NONE, Figures::plus);
  }

  /** All groups of messages together. */
  public Figures messages() {
    return groups.values().stream()
        .filter(figures -> figures.messages() > 0)
        .reduce(Figures.NONE, Figures::plus);
  }

  /** The figures of several days, at least one, as if they were the last of them. */
  public static DayMetrics sum(Collection<DayMetrics> days) {
    return days.stream()
        .sorted(Comparator.comparing(DayMetrics::day))
        .reduce(DayMetrics::plus)
        .orElseThrow(() -> new IllegalArgumentException("no days to sum up"));
  }

  private DayMetrics plus(DayMetrics later) {
    List<RunFigures> all = new ArrayList<>(runs);
    all.addAll(later.runs);
    return new DayMetrics(
        programId,
        later.day,
        all,
        merged(candidates, later.candidates, Long::sum),
        merged(groups, later.groups, Figures::plus),
        merged(shares, later.shares, BigDecimal::add),
        merged(products, later.products, ProductFigures::plus));
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> merged(
      SortedMap<K, V> some, SortedMap<K, V> more, BinaryOperator<V> sum) {
    SortedMap<K, V> all = new TreeMap<>(some);
    more.forEach((key, value) -> all.merge(key, value, sum));
    return all;
  }
}
