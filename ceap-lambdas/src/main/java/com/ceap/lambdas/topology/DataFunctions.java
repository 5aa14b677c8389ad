package com.ceap.lambdas.topology;

import static com.ceap.lambdas.topology.Grant.reads;
import static com.ceap.lambdas.topology.Grant.samples;
import static com.ceap.lambdas.topology.Grant.streams;
import static com.ceap.lambdas.topology.Grant.writes;

import com.ceap.storage.CeapTables;
import com.ceap.storage.table.TableDefinition;
import java.time.Duration;
import java.util.List;

/** What reads and writes in bulk by the clock, what follows changes, and what serves. */
final class DataFunctions {
  private static final int ONE_CPU = 1_769;

  static final List<FunctionSpec> ALL =
      List.of(
          new FunctionSpec(
              FunctionName.JOBS,
              StackName.STORE_WORKFLOW,
              Artifact.LAMBDAS,
              "com.ceap.lambdas.jobs.aws.JobHandler",
              2 * ONE_CPU,
              Duration.ofMinutes(15),
              Setting.ofPlace(),
              List.of(
                  new Grant.StoreVersion(),
                  new Grant.ReadObjects("programs/"),
                  new Grant.ReadObjects("runs/"),
                  new Grant.ReadObjects("changes/"),
                  new Grant.ReadObjects("metrics/"),
                  new Grant.WriteObjects("metrics/"),
                  new Grant.ReadObjects("reports/"),
                  new Grant.WriteObjects("reports/"),
                  reads(CeapTables.ALL.toArray(TableDefinition[]::new)),
                  samples(CeapTables.ALL.toArray(TableDefinition[]::new)),
                  writes(
                      CeapTables.CANDIDATES,
                      CeapTables.RUNS,
                      CeapTables.CONTROLS,
                      CeapTables.CUSTOMERS,
                      CeapTables.SCORES,
                      CeapTables.FEATURES))),
          new FunctionSpec(
              FunctionName.CHANGES,
              StackName.STORE_WORKFLOW,
              Artifact.LAMBDAS,
              "com.ceap.lambdas.changes.aws.ChangesHandler",
              ONE_CPU,
              Duration.ofMinutes(1),
              Setting.ofPlace(),
              List.of(streams(CeapTables.CANDIDATES), new Grant.WriteObjects("changes/"))),
          new FunctionSpec(
              FunctionName.SERVING,
              StackName.SERVE_WORKFLOW,
              Artifact.SERVING_API,
              "com.ceap.serving.aws.ServingHandler",
              ONE_CPU,
              Duration.ofSeconds(10),
              Setting.ofPlace(),
              List.of(
                  new Grant.StoreVersion(),
                  new Grant.ReadObjects("programs/"),
                  new Grant.ReadSecrets(),
                  reads(
                      CeapTables.CANDIDATES,
                      CeapTables.CUSTOMERS,
                      CeapTables.PRODUCTS,
                      CeapTables.SCORES,
                      CeapTables.FEATURES,
                      CeapTables.RUNS,
                      CeapTables.CONTROLS),
                  writes(
                      CeapTables.CANDIDATES,
                      CeapTables.CUSTOMERS,
                      CeapTables.SCORES,
                      CeapTables.FEATURES,
                      CeapTables.RUNS))));

  private DataFunctions() {}
}
