package com.ceap.serving.api;

import com.ceap.channels.link.LinkTarget;
import com.ceap.channels.link.LinkVerification;
import com.ceap.channels.link.Links;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the tokens of messages' links. Thread-safe. */
@FunctionalInterface
public interface UnsubscribeTokens {
  /** What the token of a way out is good for; empty where it is none of ours. */
  Optional<Unsubscription> verify(String token);

  /** What the token of a picture or a link says; empty where it is none of ours. */
  default Optional<MessageLink> link(String token) {
    return Optional.empty();
  }

  /** The tokens of messages' links. */
  static UnsubscribeTokens of(Links links, InstantSource clock) {
    return of(() -> links, clock);
  }

  /** The tokens of links whose keys may change. */
  static UnsubscribeTokens of(Supplier<Links> links, InstantSource clock) {
    return new UnsubscribeTokens() {
      @Override
      public Optional<Unsubscription> verify(String token) {
        return links.get().verify(token, clock.instant()) instanceof LinkTarget.Unsubscribe target
            ? Optional.of(
                new Unsubscription(
                    target.customerId(), target.programId(), target.channel(), target.messageId()))
            : Optional.empty();
      }

      @Override
      public Optional<MessageLink> link(String token) {
        return switch (links.get().verify(token, clock.instant())) {
          case LinkTarget.Open(String customer, String _, String message) ->
              Optional.of(new MessageLink.Opened(customer, message));
          case LinkTarget.Click(String customer, String _, String message, String url) ->
              Optional.of(new MessageLink.Clicked(customer, message, url));
          case LinkTarget.Unsubscribe _, LinkTarget.Landing _, LinkVerification.Invalid _ ->
              Optional.empty();
        };
      }
    };
  }
}
