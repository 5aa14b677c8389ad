package com.ceap.lambdas.topology;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A function of the platform.
 *
 * @param handler the class, with a public constructor without arguments
 * @param memoryMb 128 to 10,240; 1,769 is one vCPU
 *     (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html)
 * @param scratchMb what it may leave in {@code /tmp}, 512 to 10,240; above 512 there is no
 *     SnapStart (https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html)
 * @param timeout at most 15 minutes
 * @param settings the environment variables that it is given
 * @param grants all that its role may do, beside writing its own log and traces
 */
public record FunctionSpec(
    FunctionName name,
    StackName stack,
    Artifact artifact,
    String handler,
    int memoryMb,
    int scratchMb,
    Duration timeout,
    Set<Setting> settings,
    List<Grant> grants) {
  /** What every function has without paying for it. */
  public static final int LEAST_SCRATCH_MB = 512;

  private static final Duration LONGEST = Duration.ofMinutes(15);

  public FunctionSpec {
    if (memoryMb < 128 || memoryMb > 10_240) {
      throw new IllegalArgumentException(name + " has 128 to 10240 MB, not " + memoryMb);
    }
    if (scratchMb < LEAST_SCRATCH_MB || scratchMb > 10_240) {
      throw new IllegalArgumentException(
          name + " has 512 to 10240 MB of scratch space, not " + scratchMb);
    }
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " runs up to 15 minutes, not " + timeout);
    }
    settings = Set.copyOf(settings);
    grants = List.copyOf(grants);
  }

  /** A function that needs little space, as most do. */
  public FunctionSpec(
      FunctionName name,
      StackName stack,
      Artifact artifact,
      String handler,
      int memoryMb,
      Duration timeout,
      Set<Setting> settings,
      List<Grant> grants) {
    this(name, stack, artifact, handler, memoryMb, LEAST_SCRATCH_MB, timeout, settings, grants);
  }

  /** Whether its instances start from a snapshot. */
  public boolean snapStart() {
    return scratchMb == LEAST_SCRATCH_MB;
  }
}
