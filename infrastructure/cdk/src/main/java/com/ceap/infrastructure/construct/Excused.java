package com.ceap.infrastructure.construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/**
 * A finding of cdk-nag that does not hold for one resource, and why. Written as cdk-nag's own
 * metadata, so that it stands in the template beside the resource.
 *
 * @param rule such as {@code AwsSolutions-IAM5}
 * @param reason why it does not hold here
 */
public record Excused(String rule, String reason) {
  /** Excuses a resource, once for all its findings. */
  public static void on(IConstruct construct, Excused... findings) {
    CfnResource resource =
        (CfnResource)
            (construct instanceof CfnResource ? construct : construct.getNode().getDefaultChild());
    resource.addMetadata(
        "cdk_nag",
        Map.of("rules_to_suppress", List.of(findings).stream().map(Excused::metadata).toList()));
  }

  private Map<String, String> metadata() {
    return new TreeMap<>(Map.of("id", rule, "reason", reason));
  }
}
