package com.ceap.lambdas.report.page;

import com.ceap.lambdas.report.DayMetrics;
import com.ceap.lambdas.report.Words;
import java.util.ArrayList;
import java.util.List;

/** Why messages did not go out, as bars of a chart. */
final class NotSent {
  private NotSent() {}

  /** By touch and reason. */
  static List<Bar> of(DayMetrics sum) {
    List<Bar> bars = new ArrayList<>();
    sum.groups()
        .forEach(
            (group, figures) ->
                figures
                    .suppressed()
                    .forEach(
                        (reason, count) ->
                            bars.add(
                                new Bar(
                                    group.text(),
                                    count,
                                    Words.count(count) + " " + Words.reason(reason),
                                    3))));
    return bars;
  }
}
