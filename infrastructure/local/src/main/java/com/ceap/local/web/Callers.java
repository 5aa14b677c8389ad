package com.ceap.local.web;

import com.ceap.serving.http.Caller;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Says who makes a request, in place of API Gateway's authorizers. Thread-safe. */
@FunctionalInterface
public interface Callers {
  /** Who IAM would know a service by. */
  Caller SERVICE = new Caller.Service("local");

  /**
   * Who calls.
   *
   * @param path of the request; {@code /svc/…} takes services
   * @param authorization the header, where there is one
   */
  Caller of(String path, Optional<String> authorization);

  /**
   * Whoever brings a token of ours. One with the service scope stands for a service that IAM knows,
   * too: nobody signs requests for IAM on this machine.
   */
  static Callers byToken(LocalTokens tokens, String serviceScope, InstantSource clock) {
    return (path, authorization) ->
        authorization
            .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
            .flatMap(header -> tokens.verify(header.substring(7).strip(), clock.instant()))
            .<Caller>map(
                token ->
                    path.startsWith("/svc/") && token.scopes().contains(serviceScope)
                        ? SERVICE
                        : token)
            .orElse(Caller.ANONYMOUS);
  }

  /** Everybody may do everything. */
  static Callers everybody(String serviceScope) {
    Caller everything = new Caller.Token("local", Set.of(serviceScope));
    return (path, _) -> path.startsWith("/svc/") ? SERVICE : everything;
  }
}
