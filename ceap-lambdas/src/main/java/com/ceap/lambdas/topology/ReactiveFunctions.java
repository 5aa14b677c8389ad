package com.ceap.lambdas.topology;

import static com.ceap.lambdas.topology.Grant.reads;
import static com.ceap.lambdas.topology.Grant.writes;

import com.ceap.storage.CeapTables;
import java.time.Duration;
import java.util.List;

/** What works off events. */
final class ReactiveFunctions {
  private static final int ONE_CPU = 1_769;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  static final List<FunctionSpec> ALL =
      List.of(
          new FunctionSpec(
              FunctionName.REACTIVE,
              StackName.REACTIVE_WORKFLOW,
              Artifact.LAMBDAS,
              "com.ceap.lambdas.reactive.aws.ReactiveHandler",
              ONE_CPU,
              TIMEOUT,
              Setting.ofPlace(),
              List.of(
                  new Grant.StoreVersion(),
                  new Grant.ReadObjects("programs/"),
                  new Grant.WorkOffQueues(QueueKind.EVENTS),
                  reads(
                      CeapTables.CANDIDATES,
                      CeapTables.CUSTOMERS,
                      CeapTables.PRODUCTS,
                      CeapTables.FEATURES,
                      CeapTables.SCORES,
                      CeapTables.DEDUP,
                      CeapTables.CONTROLS),
                  writes(
                      CeapTables.CANDIDATES,
                      CeapTables.SCORES,
                      CeapTables.DEDUP,
                      CeapTables.SCHEDULES),
                  new Grant.InvokeModels(),
                  new Grant.ScheduleTouches())),
          new FunctionSpec(
              FunctionName.LIFECYCLE,
              StackName.REACTIVE_WORKFLOW,
              Artifact.LAMBDAS,
              "com.ceap.lambdas.lifecycle.aws.LifecycleHandler",
              ONE_CPU,
              TIMEOUT,
              Setting.ofPlace(),
              List.of(
                  new Grant.StoreVersion(),
                  new Grant.ReadObjects("programs/"),
                  new Grant.WorkOffQueues(QueueKind.LIFECYCLE),
                  reads(CeapTables.CANDIDATES, CeapTables.CUSTOMERS, CeapTables.PRODUCTS),
                  writes(CeapTables.CANDIDATES, CeapTables.CUSTOMERS, CeapTables.PRODUCTS))));

  private ReactiveFunctions() {}
}
