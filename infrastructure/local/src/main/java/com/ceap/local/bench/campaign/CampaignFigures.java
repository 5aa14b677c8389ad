package com.ceap.local.bench.campaign;

import com.ceap.local.bench.Goal;
import java.util.List;

/**
 * How quickly a campaign goes out.
 *
 * @param freezeSeconds from the index to the written list
 * @param sending from the list to the sink
 * @param floor of as many messages
 * @param bytes handed to the sink
 */
public record CampaignFigures(
    int messages,
    int candidates,
    int workers,
    double freezeSeconds,
    Effort sending,
    CampaignFloor floor,
    long bytes,
    MemoryUse memory) {
  private static final double OF_FLOOR = 0.6;
  private static final double MOST_MEGABYTES = 1_024;

  /** A fifth of a kilobyte for each of 40,000 messages would be more. */
  private static final double MOST_GROWTH = 8;

  /** Messages a second. */
  double perSecond() {
    return messages / sending.seconds();
  }

  /** The floor's messages a second. */
  double floorPerSecond() {
    return messages / floor.total().seconds();
  }

  /** What was to be reached. */
  public List<Goal> goals() {
    return List.of(
        Goal.atLeast("messages a second, of the floor", OF_FLOOR, perSecond() / floorPerSecond()),
        Goal.atMost("peak memory in MB", MOST_MEGABYTES, memory.peak()),
        Goal.atMost("MB that 4 of 5 messages leave behind", MOST_GROWTH, memory.growth()));
  }
}
