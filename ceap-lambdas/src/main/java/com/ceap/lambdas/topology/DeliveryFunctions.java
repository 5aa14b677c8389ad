package com.ceap.lambdas.topology;

import static com.ceap.lambdas.topology.Grant.reads;
import static com.ceap.lambdas.topology.Grant.writes;

import com.ceap.storage.CeapTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What sends, and what sees to it that nothing is left half sent. */
final class DeliveryFunctions {
  private static final int ONE_CPU = 1_769;
  private static final Duration BATCH = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  static final List<FunctionSpec> ALL =
      List.of(
          function(
              FunctionName.CHANNEL,
              "com.ceap.lambdas.channel.aws.ChannelHandler",
              BATCH,
              new Grant.WorkOffQueues(QueueKind.TOUCHES),
              new Grant.SendMessages()),
          function(
              FunctionName.SWEEP,
              "com.ceap.lambdas.channel.aws.SweepHandler",
              BATCH,
              new Grant.WorkOffQueues(QueueKind.TOUCHES)),
          new FunctionSpec(
              FunctionName.FREEZE,
              StackName.CHANNEL_WORKFLOW,
              Artifact.LAMBDAS,
              "com.ceap.lambdas.campaign.aws.FreezeHandler",
              ONE_CPU,
              LONGEST,
              Setting.ofPlace(),
              List.of(
                  new Grant.StoreVersion(),
                  new Grant.ReadObjects("programs/"),
                  new Grant.ReadObjects("campaigns/"),
                  new Grant.WriteObjects("campaigns/"),
                  reads(CeapTables.CANDIDATES, CeapTables.CUSTOMERS, CeapTables.RUNS),
                  writes(CeapTables.RUNS))),
          function(
              FunctionName.SEND_PART,
              "com.ceap.lambdas.campaign.aws.SendPartHandler",
              LONGEST,
              reads(CeapTables.RUNS),
              writes(CeapTables.RUNS),
              new Grant.ReadObjects("campaigns/"),
              new Grant.SendMessages()));

  private DeliveryFunctions() {}

  private static FunctionSpec function(
      FunctionName name, String handler, Duration timeout, Grant... own) {
    List<Grant> grants = new ArrayList<>(List.of(own));
    grants.add(new Grant.StoreVersion());
    grants.add(new Grant.ReadObjects("programs/"));
    grants.add(
        reads(
            CeapTables.CANDIDATES,
            CeapTables.CUSTOMERS,
            CeapTables.PRODUCTS,
            CeapTables.SCHEDULES,
            CeapTables.CONTROLS));
    grants.add(writes(CeapTables.CANDIDATES, CeapTables.SCHEDULES, CeapTables.CONTROLS));
    grants.add(new Grant.ScheduleTouches());
    grants.add(new Grant.SendTo(QueueKind.TOUCHES));
    grants.add(new Grant.ReadSecrets());
    return new FunctionSpec(
        name,
        StackName.CHANNEL_WORKFLOW,
        Artifact.LAMBDAS,
        handler,
        ONE_CPU,
        timeout,
        Setting.ofSenders(),
        grants);
  }
}
