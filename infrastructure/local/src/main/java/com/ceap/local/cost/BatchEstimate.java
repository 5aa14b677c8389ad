package com.ceap.local.cost;

import com.ceap.lambdas.topology.FunctionName;
import java.util.List;

/** What the required batch costs, by the counts of a smaller one. */
final class BatchEstimate {
  /** A batch of scenario 1 of the use cases, and what it may cost. */
  static final long RAW = 500_000;

  static final long STORED = 200_000;
  private static final double REQUIRED_DOLLARS = 2.50;

  /** How many partitions UNLOAD is asked for. */
  static final int CHUNKS = 100;

  /** A chunk's child ends within two minutes, which is its design, not a measurement. */
  private static final int CHILD_SECONDS = 120;

  /** What a new on-demand table takes, in units a second ("Quotas" in DynamoDB's guide). */
  private static final int WRITES_A_SECOND = 4_000;

  /** The batch is required to take an hour, in which each model has one instance. */
  private static final int MODELS = 2;

  private static final long LEAST_SCANNED = 10L << 20;
  private static final double EXPRESS_GB = 64.0 / 1024;
  private static final double LOG_KB = 4;

  private final BatchCounts counts;
  private final BatchMachine machine;

  BatchEstimate(BatchCounts counts, BatchMachine machine) {
    this.counts = counts;
    this.machine = machine;
  }

  Estimate estimate() {
    return new Estimate(
        "A batch of %,d raw records, %,d stored".formatted(RAW, STORED),
        List.of(
            new Position(Price.DYNAMODB_WRITE, writes(), "counted for each stored"),
            new Position(Price.DYNAMODB_READ, reads(), "counted for each raw and each stored"),
            new Position(Price.LAMBDA_GB_SECOND, gbSeconds(), "bounded by design"),
            new Position(Price.LAMBDA_REQUEST, invocations(), "the state machine"),
            new Position(Price.STATE_TRANSITION, machine.transitions(CHUNKS), "the state machine"),
            new Position(Price.EXPRESS_REQUEST, 2.0 * CHUNKS, "the state machine"),
            new Position(Price.EXPRESS_GB_SECOND, childSeconds() * EXPRESS_GB, "bounded by design"),
            new Position(Price.S3_PUT, perChunk(counts.puts()), "counted for each chunk"),
            new Position(Price.S3_GET, perChunk(counts.gets()), "counted for each chunk"),
            new Position(Price.ATHENA_GB, scannedGb(), "counted, and the least of a query twice"),
            new Position(Price.MODEL_HOUR, MODELS, "required: an hour, two models"),
            new Position(Price.LOG_GB, invocations() * LOG_KB / 1024 / 1024, "assumed: 4 KB each")),
        REQUIRED_DOLLARS);
  }

  private double writes() {
    return counts.writesPerStored() * STORED;
  }

  private double reads() {
    return counts.readsPerRaw() * RAW + counts.readsPerStored() * STORED;
  }

  private double perChunk(long counted) {
    return (double) counted / counts.chunks() * CHUNKS;
  }

  /** The query is asked for its columns, then for its rows; each counts as 10 MB at least. */
  private double scannedGb() {
    double rows = (double) counts.warehouseBytes() / counts.raw() * RAW;
    return (Math.max(LEAST_SCANNED, rows) + LEAST_SCANNED) / (1L << 30);
  }

  /** ETL, Filter, Score and Store for each chunk; Extract, Select and Complete once. */
  private double invocations() {
    return 4.0 * CHUNKS + 3;
  }

  /** Deciding takes its children's time; storing as long as the table takes, eight at once. */
  private double childSeconds() {
    return decideSeconds() + storeSeconds();
  }

  private double decideSeconds() {
    return (double) CHUNKS * CHILD_SECONDS;
  }

  private double storeSeconds() {
    return writes() / WRITES_A_SECOND * machine.storesAtOnce();
  }

  private double gbSeconds() {
    return decideSeconds() * BatchMachine.gigabytes(FunctionName.FILTER)
        + storeSeconds() * BatchMachine.gigabytes(FunctionName.STORE)
        + 3 * CHILD_SECONDS * BatchMachine.gigabytes(FunctionName.SELECT);
  }
}
