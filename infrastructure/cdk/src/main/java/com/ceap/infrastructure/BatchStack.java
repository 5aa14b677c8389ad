package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.Names;
import com.ceap.lambdas.topology.StackName;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
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
      workgroup(platform.names());
    }
  }

  /** Where queries run: what they read is bounded, and their answers lie in the data bucket. */
  private void workgroup(Names names) {
    CfnWorkGroup.Builder.create(this, "workgroup")
        .name(names.workgroup())
        .recursiveDeleteOption(true)
        .workGroupConfiguration(
            CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                .enforceWorkGroupConfiguration(true)
                .publishCloudWatchMetricsEnabled(true)
                .resultConfiguration(
                    CfnWorkGroup.ResultConfigurationProperty.builder()
                        .outputLocation("s3://" + names.dataBucket() + "/athena/")
                        .encryptionConfiguration(
                            CfnWorkGroup.EncryptionConfigurationProperty.builder()
                                .encryptionOption("SSE_S3")
                                .build())
                        .build())
                .build())
        .build();
  }
}
