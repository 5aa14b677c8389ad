package com.ceap.local.cli;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.web.PlatformWeb;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.serving.http.Caller;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a token for the serving API. */
@Command(
    name = "token",
    description = {
      "Prints a JWT that the serving API of `ceap up` takes as `authorization: Bearer …`, signed"
          + " with a key of the data folder.",
      "A customer's token is good for this customer only, a service's for everything."
    })
final class TokenCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final CommandContext context;

  /** Whose token. */
  private static final class Whose {
    @Option(names = "--customer", paramLabel = "C", required = true, description = "A customer's.")
    private String customer;

    @Option(names = "--service", required = true, description = "A service's.")
    private boolean service;
  }

  @ArgGroup(multiplicity = "1")
  private Whose whose;

  @Option(
      names = "--ttl",
      paramLabel = "DURATION",
      defaultValue = "PT12H",
      description = "How long it is good for, in ISO 8601. Default: ${DEFAULT-VALUE}.")
  private String ttl;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  TokenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Duration life = life();
    if (!whose.service && whose.customer.isBlank()) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID, "--customer should name a customer, was blank");
    }
    Caller.Token caller =
        whose.service
            ? new Caller.Token("service", Set.of(PlatformWeb.SERVICE_SCOPE))
            : new Caller.Token(whose.customer, Set.of());
    try (LocalPlatform platform = data.open(context)) {
      Instant now = platform.clock().instant();
      String token = PlatformWeb.tokens(platform).sign(caller, now, life);
      if (output.json()) {
        output.print(
            JsonNodeFactory.instance
                .objectNode()
                .put("token", token)
                .put("expires", now.plus(life).toString()));
      } else {
        output.line("%s", token);
      }
    }
    return 0;
  }

  private Duration life() {
    try {
      Duration life = Duration.parse(ttl);
      if (life.compareTo(Duration.ofSeconds(1)) >= 0 && life.compareTo(LONGEST) <= 0) {
        return life;
      }
      throw unreadable(null);
    } catch (DateTimeException e) {
      throw unreadable(e);
    }
  }

  private CeapException unreadable(DateTimeException cause) {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "--ttl should be a duration from PT1S to P365D such as PT12H, was '%s'".formatted(ttl),
        cause);
  }
}
