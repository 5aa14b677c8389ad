package com.ceap.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.serving.http.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LocalTokensTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Caller.Token ZOE =
      new Caller.Token("C<é\"1>", Set.of("a:b", "ceap:service"));

  private final LocalTokens tokens = new LocalTokens(secret('k'));

  @Test
  void whatWasSignedIsVerifiedUntilItExpires() {
    String token = tokens.sign(ZOE, NOW, Duration.ofHours(1));

    assertThat(tokens.verify(token, NOW)).contains(ZOE);
    assertThat(tokens.verify(token, NOW.plusSeconds(3_599))).contains(ZOE);
    assertThat(tokens.verify(token, NOW.plusSeconds(3_600))).isEmpty();
  }

  @Test
  void aTokenIsThatOfEveryOtherLibrary() {
    String[] parts =
        tokens.sign(new Caller.Token("C1", Set.of()), NOW, Duration.ofHours(1)).split("\\.", -1);

    assertThat(parts).hasSize(3);
    assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(decoded(parts[1]))
        .isEqualTo("{\"iss\":\"ceap-local\",\"sub\":\"C1\",\"iat\":1772359200,\"exp\":1772362800}");
  }

  @Test
  void aTokenOfAnotherKeyIsNoneOfOurs() {
    String token = new LocalTokens(secret('x')).sign(ZOE, NOW, Duration.ofHours(1));

    assertThat(tokens.verify(token, NOW)).isEmpty();
  }

  @Test
  void aTokenWithoutASignatureIsNoneOfOurs() {
    String signed = tokens.sign(ZOE, NOW, Duration.ofHours(1));
    String claims = signed.split("\\.", -1)[1];
    String none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");

    assertThat(tokens.verify(none + "." + claims + ".", NOW)).isEmpty();
    assertThat(tokens.verify(signed.substring(0, signed.lastIndexOf('.') + 1), NOW)).isEmpty();
    assertThat(tokens.verify(signed.substring(0, signed.lastIndexOf('.')), NOW)).isEmpty();
    assertThat(tokens.verify("", NOW)).isEmpty();
    assertThat(tokens.verify("é.é.é", NOW)).isEmpty();
  }

  @Test
  void aTokenThatWasChangedAnywhereIsNoneOfOurs() {
    String token = tokens.sign(ZOE, NOW, Duration.ofHours(1));
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      int at = random.nextInt(token.length());
      char other = (char) ('A' + random.nextInt(26));
      String changed = token.substring(0, at) + other + token.substring(at + 1);

      assertThat(changed.equals(token) || tokens.verify(changed, NOW).isEmpty())
          .as("seed 7, round %d, character %d became %s", i, at, other)
          .isTrue();
    }
  }

  private static String secret(char of) {
    return Base64.getEncoder()
        .encodeToString(String.valueOf(of).repeat(32).getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
