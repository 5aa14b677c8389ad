package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.DataBucket;
import com.ceap.infrastructure.construct.PlatformTable;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.Topology;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What outlives every deployment: the tables, and the bucket of runs, programs and exports. */
public final class StorageStack extends Stack {
  static final String TITLE = "Storage";

  StorageStack(Construct scope, Environment environment) {
    super(scope, TITLE, StackSettings.of(environment, TITLE, "CEAP: tables and objects"));
    Topology.PLATFORM
        .tables()
        .forEach(definition -> new PlatformTable(this, definition, environment));
    DataBucket data = new DataBucket(this, environment);
    output("TablePrefix", environment.prefix());
    output("IndexShards", Integer.toString(environment.indexShards()));
    output("DataBucket", data.bucket().getBucketName());
  }

  private void output(String id, String value) {
    CfnOutput.Builder.create(this, id).value(value).build();
  }
}
