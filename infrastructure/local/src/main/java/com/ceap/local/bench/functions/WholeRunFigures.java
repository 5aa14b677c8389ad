package com.ceap.local.bench.functions;

import com.ceap.lambdas.topology.FunctionName;
import com.ceap.local.functions.SampleDay;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a function that works on a whole run takes for one of the requirement's size: what it took
 * for two smaller ones, drawn out in a line.
 */
public record WholeRunFigures(FunctionFigures small, FunctionFigures large) {
  /** Those of the run itself; a chunk, a part and a batch of messages stay as large. */
  static final List<FunctionName> FUNCTIONS =
      List.of(FunctionName.SELECT, FunctionName.COMPLETE, FunctionName.FREEZE);

  /** Those, and what they need to have been done before. */
  static final Set<FunctionName> NEEDED =
      Collections.unmodifiableSet(
          EnumSet.of(
              FunctionName.EXTRACT,
              FunctionName.ETL,
              FunctionName.FILTER,
              FunctionName.SCORE,
              FunctionName.SELECT,
              FunctionName.STORE,
              FunctionName.COMPLETE,
              FunctionName.FREEZE));

  static final SampleDay.Size SMALL = new SampleDay.Size(2_500, 1_000);

  static final SampleDay.Size LARGE = new SampleDay.Size(10_000, 4_000);

  /** Of the requirement's batch. */
  static final int ROWS = 500_000;

  /** All its calls together, in seconds. */
  double seconds() {
    return drawnOut(small.allSeconds(), large.allSeconds());
  }

  /** What stays in its heap, in MB. */
  double keptMb() {
    return drawnOut(small.use().keptMb(), large.use().keptMb());
  }

  private static double drawnOut(double atSmall, double atLarge) {
    double slope = Math.max(0, atLarge - atSmall) / (LARGE.rows() - SMALL.rows());
    return atSmall + slope * (ROWS - SMALL.rows());
  }

  /** How many times as long it may take. */
  double timeouts() {
    return small.function().timeout().toMillis() / 1e3 / seconds();
  }

  /** The share of the function's memory that stays in use. */
  double memoryShare() {
    return keptMb() / small.function().memoryMb();
  }

  /** Whether it has twice the memory and twice the time that it takes. */
  public boolean isWithinMargin() {
    return memoryShare() <= 0.5 && timeouts() >= 2;
  }
}
