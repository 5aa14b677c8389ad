package com.ceap.channels.link;

import com.ceap.channels.link.LinkTarget.Click;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.link.LinkTarget.Open;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import java.nio.BufferUnderflowException;
import java.time.Instant;
import java.util.Optional;

/** Targets as bytes. The first byte is the kind: a token of one kind is never read as another. */
final class LinkCodec {
  private static final int UNSUBSCRIBE = 1;
  private static final int LANDING = 2;
  private static final int CLICK = 3;
  private static final int UNSUBSCRIBE_OF_MESSAGE = 4;
  private static final int OPEN = 5;

  private LinkCodec() {}

  static byte[] write(LinkTarget target) {
    TokenWriter out = new TokenWriter();
    return switch (target) {
      case Unsubscribe wayOut -> unsubscribe(out, wayOut).bytes();
      case Landing landing -> landing(out.number(LANDING), landing).bytes();
      case Click(String customer, String program, String message, String url) ->
          out.number(CLICK).text(customer).text(program).text(message).text(url).bytes();
      case Open(String customer, String program, String message) ->
          out.number(OPEN).text(customer).text(program).text(message).bytes();
    };
  }

  private static TokenWriter unsubscribe(TokenWriter out, Unsubscribe wayOut) {
    int kind = wayOut.messageId().isPresent() ? UNSUBSCRIBE_OF_MESSAGE : UNSUBSCRIBE;
    out.number(kind).text(wayOut.customerId()).text(wayOut.programId()).text(wayOut.channel());
    wayOut.messageId().ifPresent(out::text);
    return out;
  }

  private static TokenWriter landing(TokenWriter out, Landing landing) {
    CandidateKey key = landing.key();
    return out.text(key.customerId())
        .text(key.programId())
        .text(key.marketplace())
        .text(key.subject().type())
        .text(key.subject().id())
        .text(landing.messageId())
        .text(landing.offerCode().orElse(""))
        .number(landing.expires().getEpochSecond());
  }

  /** Empty where the bytes are no target. */
  static Optional<LinkTarget> read(byte[] bytes) {
    TokenReader in = new TokenReader(bytes);
    try {
      Optional<LinkTarget> target = target(in);
      return in.atEnd() ? target : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<LinkTarget> target(TokenReader in) {
    return switch ((int) in.number()) {
      case UNSUBSCRIBE -> Optional.of(new Unsubscribe(in.text(), in.text(), in.text()));
      case LANDING -> Optional.of(landing(in));
      case UNSUBSCRIBE_OF_MESSAGE ->
          Optional.of(new Unsubscribe(in.text(), in.text(), in.text(), Optional.of(in.text())));
      case OPEN -> Optional.of(new Open(in.text(), in.text(), in.text()));
      case CLICK -> Optional.of(new Click(in.text(), in.text(), in.text(), in.text()));
      default -> Optional.empty();
    };
  }

  private static Landing landing(TokenReader in) {
    CandidateKey key =
        new CandidateKey(in.text(), in.text(), in.text(), new Subject(in.text(), in.text()));
    String messageId = in.text();
    Optional<String> code = Optional.of(in.text()).filter(text -> !text.isEmpty());
    return new Landing(key, messageId, code, Instant.ofEpochSecond(in.number()));
  }
}
