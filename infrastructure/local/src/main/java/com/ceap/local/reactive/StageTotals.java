package com.ceap.local.reactive;

import com.ceap.lambdas.channel.Deliveries;
import com.ceap.lambdas.reactive.ReactiveReport;
import com.ceap.storage.CampaignCounts;
import java.util.List;
import java.util.Map;

/**
 * What stages have done since they were made.
 *
 * @param candidates events that became one
 * @param rejected events that a filter or a check turned away, or whose customer was erased since
 * @param duplicates events that had been decided before
 * @param sent messages that a channel took, or in shadow mode would have been given
 * @param suppressed messages that were turned away
 * @param failed messages that a channel did not take, or of which nobody knows
 */
public record StageTotals(
    long candidates, long rejected, long duplicates, long sent, long suppressed, long failed) {
  public static final StageTotals NONE = new StageTotals(0, 0, 0, 0, 0, 0);

  /** The sums of what stages report. */
  static StageTotals of(
      List<ReactiveReport> decisions, Deliveries deliveries, CampaignCounts campaigns) {
    return new StageTotals(
        decisions.stream().mapToLong(ReactiveReport::stored).sum(),
        decisions.stream().mapToLong(StageTotals::rejected).sum(),
        decisions.stream().mapToLong(ReactiveReport::duplicates).sum(),
        deliveries.sent() + deliveries.shadowed() + campaigns.sent() + campaigns.shadowed(),
        sum(deliveries.suppressed()) + campaigns.allSuppressed(),
        deliveries.failed() + deliveries.unknown() + campaigns.failed() + campaigns.unknown());
  }

  /** A program that is switched off rejects whatever is put into its queue. */
  private static long rejected(ReactiveReport report) {
    return report.disabled()
        + report.forgotten()
        + report.rejected().values().stream().mapToLong(StageTotals::sum).sum();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
