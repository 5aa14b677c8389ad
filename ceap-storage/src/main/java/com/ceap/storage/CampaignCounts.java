package com.ceap.storage;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What became of the messages of a campaign.
 *
 * @param sent taken by the provider, whatever became of them since
 * @param failed surely not taken
 * @param unknown nobody knows
 * @param shadowed all was done but the sending
 * @param suppressed turned away, by reason
 */
public record CampaignCounts(
    long sent, long failed, long unknown, long shadowed, Map<String, Long> suppressed) {
  public static final CampaignCounts NONE = new CampaignCounts(0, 0, 0, 0, Map.of());

  public CampaignCounts {
    suppressed = Map.copyOf(suppressed);
  }

  /** Both together. */
  public CampaignCounts plus(CampaignCounts other) {
    Map<String, Long> reasons = new TreeMap<>();
    Stream.of(this, other)
        .forEach(each -> each.suppressed.forEach((why, n) -> reasons.merge(why, n, Long::sum)));
    return new CampaignCounts(
        sent + other.sent,
        failed + other.failed,
        unknown + other.unknown,
        shadowed + other.shadowed,
        reasons);
  }

  public long allSuppressed() {
    return suppressed.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Every message that has ended. */
  public long ended() {
    return sent + failed + unknown + shadowed + allSuppressed();
  }
}
