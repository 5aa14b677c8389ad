package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.environment.Environment;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.StackProps;

/** What all stacks of an environment have in common. */
final class StackSettings {
  private StackSettings() {}

  /**
   * For a stack of the platform.
   *
   * @param title such as {@code EtlWorkflow}: the CLI knows the stack by it, CloudFormation with
   *     the environment's prefix
   */
  static StackProps of(Environment environment, String title, String description) {
    return of(environment, title, description, Map.of());
  }

  /**
   * As {@link #of(Environment, String, String)}.
   *
   * @param tags more tags, by which costs are told apart
   */
  static StackProps of(
      Environment environment, String title, String description, Map<String, String> tags) {
    software.amazon.awscdk.Environment.Builder target =
        software.amazon.awscdk.Environment.builder();
    environment.account().ifPresent(target::account);
    environment.region().ifPresent(target::region);
    Map<String, String> all = new TreeMap<>(tags);
    all.put("application", "ceap");
    all.put("environment", environment.name());
    return StackProps.builder()
        .env(target.build())
        .stackName(new Names(environment).stack(title))
        .description(description)
        .terminationProtection(environment.deletionProtection())
        .tags(all)
        .build();
  }
}
