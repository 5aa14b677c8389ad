package com.ceap.local.jobs;

import com.ceap.lambdas.report.DailyFigures;
import com.ceap.lambdas.report.MetricsStore;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.storage.table.ChangeFeed;

/** Puts figures together from the data folder's own changes. */
public final class LocalFigures {
  private LocalFigures() {}

  /**
   * The figures of a data folder; that its store keeps no changes is said when they are asked for.
   */
  public static DailyFigures of(LocalPlatform platform) {
    ChangeFeed feed =
        (table, from, to, action) -> platform.changes().forEach(table, from, to, action);
    return new DailyFigures(feed, platform.stores().runs(), metrics(platform));
  }

  public static MetricsStore metrics(LocalPlatform platform) {
    return new MetricsStore(platform.objects());
  }
}
