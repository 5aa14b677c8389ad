package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.QueryGroup;
import com.ceap.lambdas.topology.StackName;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The functions of one or more states of the batch: extract and ETL, filter, or score. */
public final class BatchStack extends Stack {
  BatchStack(Construct scope, Platform platform, StackName name) {
    super(
        scope,
        name.title(),
        StackSettings.of(
            platform.environment(), name.title(), "CEAP: functions of the batch, " + name.title()));
    platform.addFunctions(this, name);
    if (name == StackName.ETL_WORKFLOW) {
      new QueryGroup(this, platform.names(), platform.names().workgroup());
    }
  }
}
