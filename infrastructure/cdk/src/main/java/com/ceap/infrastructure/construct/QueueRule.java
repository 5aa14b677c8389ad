package com.ceap.infrastructure.construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.events.CfnRule;
import software.constructs.Construct;

/** Events of a bus that go to a queue. */
public final class QueueRule extends Construct {
  /**
   * @param bus its name on AWS; empty for the default bus
   */
  public QueueRule(
      Construct scope,
      String id,
      Optional<String> bus,
      Map<String, Object> pattern,
      boolean enabled,
      Target target) {
    super(scope, id);
    CfnRule.Builder rule =
        CfnRule.Builder.create(this, "rule")
            .state(enabled ? "ENABLED" : "DISABLED")
            .eventPattern(pattern)
            .targets(
                List.of(
                    RuleTarget.of("queue", target.queueArn(), target.deadLettersArn()).build()));
    bus.ifPresent(rule::eventBusName);
    rule.build();
  }

  /** A queue, and where what cannot be brought there goes. */
  public record Target(String queueArn, String deadLettersArn) {}
}
