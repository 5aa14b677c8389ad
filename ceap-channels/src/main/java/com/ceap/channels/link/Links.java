package com.ceap.channels.link;

import com.ceap.channels.link.LinkTarget.Click;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.link.LinkTarget.Open;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.channels.link.LinkVerification.Invalid;
import com.ceap.channels.link.LinkVerification.Reason;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Signs the links of messages and verifies what comes back. A token reads {@code keyId.payload} in
 * URL-safe characters; the payload ends with the first 128 bits of its HMAC-SHA256 (RFC 2104 allows
 * half the hash), which keeps a cart's link in a text message short. The same target gives the same
 * link. Thread-safe.
 */
public final class Links {
  /** How much longer than its offer a cart can be opened. */
  public static final Duration LANDING_GRACE = Duration.ofDays(30);

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String base;
  private final LinkKeys keys;

  /**
   * Links below an address.
   *
   * @param base where the platform's pages are reached, https unless it is this machine
   * @throws IllegalArgumentException where it is something else
   */
  public Links(URI base, LinkKeys keys) {
    boolean secure = "https".equals(base.getScheme());
    boolean local = "http".equals(base.getScheme()) && LOOPBACK.contains(base.getHost());
    if (base.getHost() == null || !(secure || local) || base.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "the links' base must be an https address such as https://mail.example.com, was " + base);
    }
    this.base = base.toString().replaceAll("/+$", "");
    this.keys = keys;
  }

  /**
   * The link to a target: {@code {base}/u/…}, {@code /c/…}, {@code /p/…} or {@code /o/…} by its
   * kind.
   */
  public String url(LinkTarget target) {
    String path =
        switch (target) {
          case Unsubscribe _ -> "/u/";
          case Landing _ -> "/c/";
          case Click _ -> "/p/";
          case Open _ -> "/o/";
        };
    return base + path + token(target);
  }

  private String token(LinkTarget target) {
    String id = keys.current();
    byte[] content = LinkCodec.write(target);
    byte[] signed = Arrays.copyOf(content, content.length + SigningKey.TAG_BYTES);
    SigningKey key = keys.find(id).orElseThrow();
    System.arraycopy(key.tag(content), 0, signed, content.length, SigningKey.TAG_BYTES);
    return id + "." + ENCODER.encodeToString(signed);
  }

  /**
   * Where a token leads. The caller still has to look at the kind: a token made for one purpose
   * serves no other.
   */
  public LinkVerification verify(String token, Instant now) {
    int dot = token.indexOf('.');
    Optional<byte[]> signed = dot < 0 ? Optional.empty() : decode(token.substring(dot + 1));
    if (signed.isEmpty() || signed.get().length <= SigningKey.TAG_BYTES) {
      return new Invalid(Reason.MALFORMED);
    }
    String id = token.substring(0, dot);
    return keys.find(id)
        .map(key -> verify(key, signed.get(), now))
        .orElseGet(() -> new Invalid(Reason.UNKNOWN_KEY));
  }

  private static LinkVerification verify(SigningKey key, byte[] signed, Instant now) {
    byte[] content = Arrays.copyOf(signed, signed.length - SigningKey.TAG_BYTES);
    byte[] given = Arrays.copyOfRange(signed, content.length, signed.length);
    // isEqual takes as long for a wrong tag as for a right one.
    if (!MessageDigest.isEqual(key.tag(content), given)) {
      return new Invalid(Reason.FORGED);
    }
    Optional<LinkTarget> target = LinkCodec.read(content);
    if (target.isEmpty()) {
      return new Invalid(Reason.MALFORMED);
    }
    return expired(target.get(), now) ? new Invalid(Reason.EXPIRED) : target.get();
  }

  private static boolean expired(LinkTarget target, Instant now) {
    return target instanceof Landing landing
        && !now.isBefore(landing.expires().plus(LANDING_GRACE));
  }

  private static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      // One token for one content: spare bits at the end must be zero, padding absent.
      return Optional.of(bytes).filter(b -> ENCODER.encodeToString(b).equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
