package com.ceap.lambdas.report.page;

import com.ceap.lambdas.report.DayMetrics;
import com.ceap.lambdas.report.Figures;
import com.ceap.lambdas.report.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What was sent and ordered day by day; a day on which nothing happened has a place, too. */
final class DayCharts {
  private static final int MONTH_AND_DAY = 5;

  private DayCharts() {}

  /**
   * Charts of days.
   *
   * @param days the earliest first, at least one
   */
  static String of(List<DayMetrics> days) {
    return "<h3>Messages sent</h3>"
        + Charts.columns("Messages sent by day", bars(days, Figures::sent, 1))
        + "<h3>Orders to their credit or an app's, and of their own accord</h3>"
        + Charts.columns("Orders by day", bars(days, Figures::converted, 5));
  }

  private static List<Bar> bars(List<DayMetrics> days, ToLongFunction<Figures> figure, int series) {
    Map<LocalDate, DayMetrics> known =
        days.stream().collect(Collectors.toMap(DayMetrics::day, Function.identity()));
    LocalDate end = days.getLast().day().plusDays(1);
    return days.getFirst()
        .day()
        .datesUntil(end)
        .map(
            day ->
                bar(
                    day,
                    known.containsKey(day) ? figure.applyAsLong(known.get(day).total()) : 0,
                    series))
        .toList();
  }

  private static Bar bar(LocalDate day, long count, int series) {
    return new Bar(day.toString().substring(MONTH_AND_DAY), count, Words.count(count), series);
  }
}
