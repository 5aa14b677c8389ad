package com.ceap.infrastructure.construct;

import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.constructs.Construct;

/** Where queries run: their answers lie in the data bucket, encrypted, and expire. */
public final class QueryGroup extends Construct {
  private final CfnWorkGroup group;

  /**
   * @param name of the workgroup on AWS
   */
  public QueryGroup(Construct scope, Names names, String name) {
    super(scope, "queries");
    this.group =
        CfnWorkGroup.Builder.create(this, "workgroup")
            .name(name)
            .recursiveDeleteOption(true)
            .workGroupConfiguration(
                CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                    .enforceWorkGroupConfiguration(true)
                    .publishCloudWatchMetricsEnabled(true)
                    .resultConfiguration(answers(names))
                    .build())
            .build();
  }

  private static CfnWorkGroup.ResultConfigurationProperty answers(Names names) {
    return CfnWorkGroup.ResultConfigurationProperty.builder()
        .outputLocation("s3://" + names.dataBucket() + "/athena/")
        .encryptionConfiguration(
            CfnWorkGroup.EncryptionConfigurationProperty.builder()
                .encryptionOption("SSE_S3")
                .build())
        .build();
  }

  /** What must be there before queries are saved in it. */
  public CfnWorkGroup group() {
    return group;
  }
}
