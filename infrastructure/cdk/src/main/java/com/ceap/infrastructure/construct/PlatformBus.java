package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.ArchiveProps;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * A bus that this account and the publishers' may put events on. Its events are kept for a week, so
 * that they can be replayed: whoever was decided about already is not decided about again.
 */
public final class PlatformBus extends Construct {
  private static final Duration KEPT = Duration.days(7);

  public PlatformBus(Construct scope, String name, Environment environment) {
    super(scope, "bus-" + name);
    EventBus bus = EventBus.Builder.create(this, "bus").eventBusName(name).build();
    bus.archive(
        "archive",
        ArchiveProps.builder()
            .sourceEventBus(bus)
            .retention(KEPT)
            .eventPattern(EventPattern.builder().version(List.of("0")).build())
            .build());
    environment
        .publisherAccounts()
        .forEach(account -> bus.addToResourcePolicy(publishing(bus, account)));
  }

  private static PolicyStatement publishing(EventBus bus, String account) {
    return PolicyStatement.Builder.create()
        .sid("Publisher" + account)
        .principals(List.of(new AccountPrincipal(account)))
        .actions(List.of("events:PutEvents"))
        .resources(List.of(bus.getEventBusArn()))
        .build();
  }
}
