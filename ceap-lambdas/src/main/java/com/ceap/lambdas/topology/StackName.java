package com.ceap.lambdas.topology;

/** The stacks that functions deploy with, one per workflow, and one for the analysts. */
public enum StackName {
  ETL_WORKFLOW("EtlWorkflow"),
  FILTER_WORKFLOW("FilterWorkflow"),
  SCORE_WORKFLOW("ScoreWorkflow"),
  STORE_WORKFLOW("StoreWorkflow"),
  REACTIVE_WORKFLOW("ReactiveWorkflow"),
  CHANNEL_WORKFLOW("ChannelWorkflow"),
  EXPORTS("Exports"),
  SERVE_WORKFLOW("ServeWorkflow");

  private final String title;

  StackName(String title) {
    this.title = title;
  }

  /** As operators write it: {@code deploy-cdk.sh -s EtlWorkflow}. */
  public String title() {
    return title;
  }
}
