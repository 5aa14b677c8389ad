package com.ceap.channels.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.link.LinkTarget.Click;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.link.LinkTarget.Open;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.channels.link.LinkVerification.Invalid;
import com.ceap.channels.link.LinkVerification.Reason;
import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static final Instant NOW = Instant.parse("2026-01-18T17:45:00Z");
  private static final URI BASE = URI.create("https://mail.example.com");
  private static final String OLD = "k1=" + key('a');
  private static final String NEW = "k2=" + key('b');
  private static final Links LINKS = links(OLD);

  static List<LinkTarget> targets() {
    return List.of(
        new Unsubscribe("C456", "abandoned-cart-recovery", "email"),
        new Unsubscribe(
            "C456", "abandoned-cart-recovery", "email", Optional.of("0123456789abcdef")),
        new Open("C456", "product-recommendations", "0123456789abcdef"),
        landing("CART-789", Optional.of("CART10")),
        landing("Wagen ü/#?&", Optional.empty()),
        new Click("顧客-1", "product-recommendations", "00ff".repeat(10), "https://x.example/p?a=b"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aLinkLeadsWhereItWasMadeFor(LinkTarget target) {
    assertThat(LINKS.verify(token(LINKS.url(target)), NOW)).isEqualTo(target);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aLinkHoldsNothingThatAUrlOrAHeaderWouldHaveToEscape(LinkTarget target) {
    assertThat(LINKS.url(target))
        .matches("https://mail\\.example\\.com/[ucpo]/k1\\.[A-Za-z0-9_-]+");
    assertThat(LINKS.url(target)).isEqualTo(LINKS.url(target));
  }

  @Test
  void eachPurposeHasItsOwnPath() {
    assertThat(targets().stream().map(target -> LINKS.url(target).split("/", -1)[3]))
        .containsExactly("u", "u", "o", "c", "c", "p");
  }

  @Test
  void aCartLinkIsShortEnoughForATextMessage() {
    assertThat(LINKS.url(targets().get(1))).hasSizeLessThan(160);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void noChangedCharacterPasses(LinkTarget target) {
    String token = token(LINKS.url(target));
    for (int i = 0; i < token.length(); i++) {
      for (char other : "AZaz09-_.".toCharArray()) {
        if (token.charAt(i) != other) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(LINKS.verify(changed, NOW)).as("character %d", i).isInstanceOf(Invalid.class);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void noPartOfATokenPasses(LinkTarget target) {
    String token = token(LINKS.url(target));
    for (int i = 0; i < token.length(); i++) {
      assertThat(LINKS.verify(token.substring(0, i), NOW)).isInstanceOf(Invalid.class);
      assertThat(LINKS.verify(token.substring(i) + "A", NOW)).isInstanceOf(Invalid.class);
    }
  }

  @Test
  void noRandomTextPasses() {
    long seed = 20260118;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      String token = "k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertThat(LINKS.verify(token, NOW))
          .as("seed %d, text %d", seed, i)
          .isInstanceOf(Invalid.class);
    }
  }

  @Test
  void aTokenOfAnotherKeyIsForged() {
    Links others = links("k1=" + key('x'));
    assertThat(LINKS.verify(token(others.url(targets().getFirst())), NOW))
        .isEqualTo(new Invalid(Reason.FORGED));
  }

  @Test
  void aTokenUnderAnotherKeysIdIsForged() {
    Links both = links(OLD + "," + NEW);
    String token = token(both.url(targets().getFirst()));
    assertThat(both.verify("k2" + token.substring(2), NOW)).isEqualTo(new Invalid(Reason.FORGED));
  }

  @Test
  void aRetiredKeysLinksAreFollowedUntilItIsRemoved() {
    LinkTarget target = targets().getFirst();
    String old = token(LINKS.url(target));
    Links rotated = links(NEW + ", " + OLD);
    assertThat(rotated.url(target)).contains("/k2.");
    assertThat(rotated.verify(old, NOW)).isEqualTo(target);
    assertThat(links(NEW).verify(old, NOW)).isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
  }

  @Test
  void aCartOutlivesItsOfferByThirtyDays() {
    Landing landing = landing("CART-789", Optional.of("CART10"));
    String token = token(LINKS.url(landing));
    Instant end = landing.expires().plus(Links.LANDING_GRACE);
    assertThat(LINKS.verify(token, end.minusSeconds(1))).isEqualTo(landing);
    assertThat(LINKS.verify(token, end)).isEqualTo(new Invalid(Reason.EXPIRED));
    assertThat(landing.offerCodeAt(landing.expires().minusSeconds(1))).contains("CART10");
    assertThat(landing.offerCodeAt(landing.expires())).isEmpty();
  }

  @Test
  void theWayOutNeverExpires() {
    LinkTarget target = targets().getFirst();
    assertThat(LINKS.verify(token(LINKS.url(target)), NOW.plusSeconds(3_000_000_000L)))
        .isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "k1", "k1.", "k1.AAAA", ".AAAA", "k1.AA==", "../../etc/passwd"})
  void whatIsNoTokenIsSaidToBeNone(String text) {
    assertThat(LINKS.verify(text, NOW)).isEqualTo(new Invalid(Reason.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "//evil.example", "ftp://x.example/", "https:"})
  void noLinkLeadsToAnythingButAWebAddress(String url) {
    assertThatThrownBy(() -> new Click("C1", "p", "m", url))
        .hasMessage("a link leads to an http or https address");
  }

  @Test
  void nothingOfThePersonIsShown() {
    assertThat(targets().toString()).doesNotContain("C456").doesNotContain("顧客");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mail.example.com",
        "ftp://x.example",
        "mail.example.com",
        "https://x.example/?a=b"
      })
  void aBaseThatIsNoSecureAddressIsNamed(String base) {
    LinkKeys keys = LinkKeys.parse(OLD);
    URI uri = URI.create(base);
    assertThatThrownBy(() -> new Links(uri, keys))
        .hasMessage(
            "the links' base must be an https address such as https://mail.example.com, was "
                + base);
  }

  @Test
  void thisMachineMayDoWithoutEncryption() {
    Links local = new Links(URI.create("http://127.0.0.1:8080/"), LinkKeys.parse(OLD));
    assertThat(local.url(targets().getFirst())).startsWith("http://127.0.0.1:8080/u/k1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | link key 1 must be written id=BASE64 with an id of 1 to 8 letters and digits
          k.1=AAAA | link key 1 must be written id=BASE64 with an id of 1 to 8 letters and digits
          k1=?? | link key 'k1' is no Base64
          k1=AAAA | link key 'k1' must have at least 32 bytes, has 3
          """)
  void aKeyThatCannotBeIsNamedButNotShown(String text, String message) {
    assertThatThrownBy(() -> LinkKeys.parse(text)).hasMessage(message);
    assertThatThrownBy(() -> LinkKeys.parse(OLD + "," + OLD))
        .hasMessage("link key 'k1' is given twice");
    assertThat(LinkKeys.parse(OLD)).hasToString("LinkKeys[k1]");
  }

  private static Landing landing(String cart, Optional<String> code) {
    CandidateKey key =
        new CandidateKey("C456", "abandoned-cart-recovery", "US", new Subject("cart", cart));
    return new Landing(key, "0123456789".repeat(4), code, NOW.plusSeconds(86_400));
  }

  private static Links links(String keys) {
    return new Links(BASE, LinkKeys.parse(keys));
  }

  private static String key(char letter) {
    return Base64.getEncoder().encodeToString(String.valueOf(letter).repeat(32).getBytes(UTF_8));
  }

  private static String token(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
