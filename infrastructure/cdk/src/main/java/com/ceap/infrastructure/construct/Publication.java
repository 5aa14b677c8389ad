package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Puts small texts into the data bucket while a stack is deployed: some that stay for good, and
 * then one that points at them, which goes with its stack. What a run or a journey began with thus
 * stays readable.
 */
public final class Publication extends Construct {
  /** In bytes. A text travels in one event to Lambda, twice and escaped, and that takes 256 KB. */
  public static final int LARGEST = 48 * 1024;

  private static final String SINGLETON = "AWS679f53fac002430cb0da5b7982bd2287";

  private final Names names;

  /** A text and the key it is put under. */
  public record Text(String key, String content) {}

  public Publication(
      Construct scope, String id, Environment environment, List<Text> lasting, Text pointer) {
    super(scope, id);
    this.names = new Names(environment);
    AwsCustomResource pointed =
        AwsCustomResource.Builder.create(this, "pointer")
            .resourceType("Custom::Pointer")
            .installLatestAwsSdk(false)
            .onUpdate(put(pointer))
            .onDelete(delete(pointer.key()))
            .policy(policy(List.of("s3:DeleteObject", "s3:PutObject"), pointer.key()))
            .build();
    for (int i = 0; i < lasting.size(); i++) {
      pointed.getNode().addDependency(lasting(i, lasting.get(i)));
    }
    excuse();
  }

  private AwsCustomResource lasting(int number, Text text) {
    return AwsCustomResource.Builder.create(this, "text-" + number)
        .resourceType("Custom::Text")
        .installLatestAwsSdk(false)
        .onUpdate(put(text))
        .policy(policy(List.of("s3:PutObject"), text.key()))
        .build();
  }

  private AwsSdkCall put(Text text) {
    Map<String, Object> parameters = new TreeMap<>(at(text.key()));
    parameters.put("Body", text.content());
    parameters.put("ContentType", "text/plain; charset=utf-8");
    return AwsSdkCall.builder()
        .service("S3")
        .action("putObject")
        .parameters(parameters)
        .outputPaths(List.of("ETag"))
        .physicalResourceId(PhysicalResourceId.of(text.key()))
        .build();
  }

  private AwsSdkCall delete(String key) {
    return AwsSdkCall.builder().service("S3").action("deleteObject").parameters(at(key)).build();
  }

  private Map<String, Object> at(String key) {
    return new TreeMap<>(Map.of("Bucket", names.dataBucket(), "Key", key));
  }

  private AwsCustomResourcePolicy policy(List<String> actions, String key) {
    return AwsCustomResourcePolicy.fromStatements(
        List.of(
            PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(names.dataBucketArn() + "/" + key))
                .build()));
  }

  /** The function that CDK brings along for calls to AWS. */
  private void excuse() {
    IConstruct function = Stack.of(this).getNode().findChild(SINGLETON);
    Excused.on(
        function.getNode().findChild("ServiceRole"),
        new Excused(
            "AwsSolutions-IAM4", "CDK's own function for calls to AWS; the policy lets it log."));
    Excused.on(
        function,
        new Excused("AwsSolutions-L1", "CDK's own function; CDK's release says its runtime."));
  }
}
