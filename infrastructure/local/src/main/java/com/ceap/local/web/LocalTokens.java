package com.ceap.local.web;

import com.ceap.serving.http.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies the JWTs of one machine, where no identity provider does: HS256 (RFC 7518,
 * section 3.2) with a key of the data folder. Thread-safe.
 */
public final class LocalTokens {
  private static final String ISSUER = "ceap-local";
  private static final String ALGORITHM = "HmacSHA256";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private final SecretKeySpec key;

  /**
   * Tokens of a key.
   *
   * @param secret 256 random bits in Base64
   */
  public LocalTokens(String secret) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM);
  }

  /** A token that is good from now on for so long. */
  public String sign(Caller.Token caller, Instant now, Duration life) {
    ObjectNode claims = JSON.createObjectNode();
    claims.put("iss", ISSUER);
    claims.put("sub", caller.subject());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(life).getEpochSecond());
    if (!caller.scopes().isEmpty()) {
      claims.put("scope", String.join(" ", caller.scopes().stream().sorted().toList()));
    }
    String content = HEADER + "." + encode(claims.toString());
    return content + "." + signature(content);
  }

  /** Whose token it is; empty where it is none of ours, or has expired. */
  public Optional<Caller.Token> verify(String token, Instant now) {
    int dot = token.lastIndexOf('.');
    // The one header that is ever signed here: no other algorithm is even looked at.
    if (dot < 0 || !token.startsWith(HEADER + ".")) {
      return Optional.empty();
    }
    byte[] expected = signature(token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
    byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given)
        ? claims(token.substring(HEADER.length() + 1, dot), now)
        : Optional.empty();
  }

  private static Optional<Caller.Token> claims(String encoded, Instant now) {
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(encoded));
      String scope = claims.path("scope").asText().strip();
      Set<String> scopes = scope.isEmpty() ? Set.of() : Set.copyOf(List.of(scope.split(" ", -1)));
      return now.getEpochSecond() < claims.path("exp").asLong()
          ? Optional.of(new Caller.Token(claims.path("sub").asText(), scopes))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("what this key has signed can always be read", e);
    }
  }

  private String signature(String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
