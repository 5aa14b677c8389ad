package com.ceap.serving.api;

import com.ceap.channels.link.LinkTarget;
import com.ceap.channels.link.Links;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the tokens of unsubscribe links. Thread-safe. */
@FunctionalInterface
public interface UnsubscribeTokens {
  /** What the token is good for; empty where it is none of ours. */
  Optional<Unsubscription> verify(String token);

  /** The tokens of messages' links. */
  static UnsubscribeTokens of(Links links, InstantSource clock) {
    return of(() -> links, clock);
  }

  /** The tokens of links whose keys may change. */
  static UnsubscribeTokens of(Supplier<Links> links, InstantSource clock) {
    return token ->
        links.get().verify(token, clock.instant()) instanceof LinkTarget.Unsubscribe target
            ? Optional.of(
                new Unsubscription(target.customerId(), target.programId(), target.channel()))
            : Optional.empty();
  }
}
