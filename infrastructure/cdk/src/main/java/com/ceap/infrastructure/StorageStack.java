package com.ceap.infrastructure;

import com.ceap.storage.CeapTables;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What outlives every deployment: the tables, and the bucket of runs, programs and exports. */
public final class StorageStack extends Stack {
  public StorageStack(Construct scope, Environment environment) {
    super(scope, environment.prefix() + "Storage", props(environment));
    CeapTables.ALL.forEach(definition -> new PlatformTable(this, definition, environment));
    DataBucket data = new DataBucket(this, environment);
    output("TablePrefix", environment.prefix());
    output("IndexShards", Integer.toString(environment.indexShards()));
    output("DataBucket", data.bucket().getBucketName());
  }

  private void output(String id, String value) {
    CfnOutput.Builder.create(this, id).value(value).build();
  }

  private static StackProps props(Environment environment) {
    software.amazon.awscdk.Environment.Builder target =
        software.amazon.awscdk.Environment.builder();
    environment.account().ifPresent(target::account);
    environment.region().ifPresent(target::region);
    return StackProps.builder()
        .env(target.build())
        .description("CEAP: tables and objects of " + environment.name())
        .terminationProtection(environment.deletionProtection())
        .tags(Map.of("application", "ceap", "environment", environment.name()))
        .build();
  }
}
