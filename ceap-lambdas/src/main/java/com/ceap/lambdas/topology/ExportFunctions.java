package com.ceap.lambdas.topology;

import static com.ceap.lambdas.topology.Grant.reads;
import static com.ceap.lambdas.topology.Grant.writes;

import com.ceap.storage.CeapTables;
import java.time.Duration;
import java.util.List;

/** What writes and reads Parquet, by the clock: nobody waits for its start. */
final class ExportFunctions {
  /** More than two vCPUs: one thread decodes and sorts, garbage is collected beside it. */
  private static final int MEMORY_MB = 4_096;

  /** A day's rows as JSON, what DuckDB spills and the files, for some millions of changes. */
  private static final int SCRATCH_MB = 10_240;

  static final List<FunctionSpec> ALL =
      List.of(
          new FunctionSpec(
              FunctionName.EXPORT,
              StackName.EXPORTS,
              Artifact.EXPORT,
              "com.ceap.lambdas.export.aws.ExportHandler",
              MEMORY_MB,
              SCRATCH_MB,
              Duration.ofMinutes(15),
              Setting.ofPlace(),
              List.of(
                  // Who was erased lately is noted with the runs.
                  reads(CeapTables.RUNS),
                  new Grant.ReadObjects("programs/"),
                  new Grant.ReadObjects("changes/"),
                  new Grant.ReadObjects("exports/"),
                  new Grant.WriteObjects("exports/"),
                  reads(CeapTables.CONTROLS),
                  writes(CeapTables.CONTROLS))),
          new FunctionSpec(
              FunctionName.RETRAIN,
              StackName.EXPORTS,
              Artifact.EXPORT,
              "com.ceap.lambdas.retrain.aws.RetrainHandler",
              MEMORY_MB,
              SCRATCH_MB,
              Duration.ofMinutes(15),
              Setting.ofPlace(),
              List.of(
                  new Grant.ReadObjects("programs/"),
                  new Grant.ReadObjects("exports/"),
                  new Grant.ReadObjects("training/"),
                  new Grant.WriteObjects("training/"),
                  new Grant.WriteObjects("models/code/"),
                  new Grant.WriteObjects("models/decisions/"))));

  private ExportFunctions() {}
}
