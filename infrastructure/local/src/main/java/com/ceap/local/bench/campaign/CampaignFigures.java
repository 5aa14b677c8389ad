package com.ceap.local.bench.campaign;

import com.ceap.local.bench.Goal;
import java.util.List;

/**
 * How quickly a campaign goes out.
 *
 * @param freezeSeconds from the index to the written list
 * @param perSecond messages a second, from the list to the sink
 * @param floorPerSecond as many e-mails composed of what is at hand, and two conditional writes for
 *     each
 * @param bytes handed to the sink
 * @param peakMegabytes of the whole process; 0 where the system does not tell
 */
public record CampaignFigures(
    int messages,
    int candidates,
    int workers,
    double freezeSeconds,
    double perSecond,
    double floorPerSecond,
    long bytes,
    double peakMegabytes) {
  private static final double OF_FLOOR = 0.6;
  private static final double MOST_MEGABYTES = 1_024;

  double ratio() {
    return perSecond / floorPerSecond;
  }

  /** What was to be reached. */
  public List<Goal> goals() {
    return List.of(
        Goal.atLeast("messages a second, of the floor", OF_FLOOR, ratio()),
        Goal.atMost("peak memory in MB", MOST_MEGABYTES, peakMegabytes));
  }
}
