package com.ceap.lambdas.topology;

import static com.ceap.lambdas.topology.Grant.reads;
import static com.ceap.lambdas.topology.Grant.writes;

import com.ceap.storage.CeapTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of the batch, and what ends a run whose execution is gone. A chunk is worked on within
 * two minutes; Athena may take longer.
 */
final class BatchFunctions {
  private static final String HANDLERS = "com.ceap.lambdas.batch.aws.";

  private static final Duration CHUNK = Duration.ofMinutes(4);

  /** One vCPU: a chunk is worked on by one thread. */
  private static final int ONE_CPU = 1_769;

  private static final int SMALL = 1_024;

  static final List<FunctionSpec> ALL =
      List.of(
          function(
              FunctionName.EXTRACT,
              StackName.ETL_WORKFLOW,
              "ExtractHandler",
              SMALL,
              Duration.ofMinutes(15),
              reads(CeapTables.RUNS),
              writes(CeapTables.RUNS),
              new Grant.QueryWarehouse()),
          function(
              FunctionName.ETL,
              StackName.ETL_WORKFLOW,
              "EtlHandler",
              ONE_CPU,
              CHUNK,
              reads(CeapTables.CUSTOMERS, CeapTables.PRODUCTS)),
          function(
              FunctionName.FILTER,
              StackName.FILTER_WORKFLOW,
              "FilterHandler",
              ONE_CPU,
              CHUNK,
              reads(CeapTables.CANDIDATES, CeapTables.CUSTOMERS, CeapTables.PRODUCTS)),
          function(
              FunctionName.SCORE,
              StackName.SCORE_WORKFLOW,
              "ScoreHandler",
              ONE_CPU,
              CHUNK,
              reads(
                  CeapTables.CUSTOMERS,
                  CeapTables.PRODUCTS,
                  CeapTables.FEATURES,
                  CeapTables.SCORES),
              writes(CeapTables.SCORES),
              new Grant.InvokeModels()),
          function(
              FunctionName.SELECT,
              StackName.STORE_WORKFLOW,
              "SelectHandler",
              ONE_CPU,
              Duration.ofMinutes(15)),
          function(
              FunctionName.STORE,
              StackName.STORE_WORKFLOW,
              "StoreHandler",
              ONE_CPU,
              CHUNK,
              reads(CeapTables.RUNS),
              writes(CeapTables.CANDIDATES)),
          function(
              FunctionName.COMPLETE,
              StackName.STORE_WORKFLOW,
              "CompleteHandler",
              SMALL,
              Duration.ofMinutes(5),
              reads(CeapTables.RUNS, CeapTables.CANDIDATES),
              writes(CeapTables.RUNS, CeapTables.CANDIDATES)),
          function(
              FunctionName.SETTLE,
              StackName.STORE_WORKFLOW,
              "SettleHandler",
              SMALL,
              Duration.ofMinutes(5),
              reads(CeapTables.RUNS, CeapTables.CANDIDATES),
              writes(CeapTables.RUNS, CeapTables.CANDIDATES)));

  private BatchFunctions() {}

  private static FunctionSpec function(
      FunctionName name,
      StackName stack,
      String handler,
      int memoryMb,
      Duration timeout,
      Grant... own) {
    List<Grant> grants = new ArrayList<>(List.of(own));
    grants.add(new Grant.StoreVersion());
    grants.add(new Grant.ReadObjects("programs/"));
    grants.add(new Grant.ReadObjects("runs/"));
    grants.add(new Grant.WriteObjects("runs/"));
    return new FunctionSpec(
        name,
        stack,
        Artifact.LAMBDAS,
        HANDLERS + handler,
        memoryMb,
        timeout,
        Setting.ofPlace(),
        grants);
  }
}
