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

  /** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html */
  private static final int LONGEST = 48;

  public PlatformBus(Construct scope, String name, Environment environment) {
    super(scope, "bus-" + name);
    EventBus bus = EventBus.Builder.create(this, "bus").eventBusName(name).build();
    bus.archive(
        "archive",
        ArchiveProps.builder()
            .sourceEventBus(bus)
            .archiveName(archiveName(name))
            .retention(KEPT)
            .eventPattern(EventPattern.builder().version(List.of("0")).build())
            .build());
    environment
        .publisherAccounts()
        .forEach(account -> bus.addToResourcePolicy(publishing(bus, account)));
  }

  /**
   * The bus's name, cut to the 48 characters that an archive's may have; what is cut off is told
   * apart by its hash.
   */
  static String archiveName(String bus) {
    return bus.length() <= LONGEST
        ? bus
        : bus.substring(0, LONGEST - 9) + "-" + Integer.toHexString(bus.hashCode());
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
