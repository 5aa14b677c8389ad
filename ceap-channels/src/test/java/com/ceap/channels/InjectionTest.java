package com.ceap.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.PushPayload;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.Program;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a name or an address says, a message has the same tags, headers and lines. */
class InjectionTest {
  private static final long SEED = Long.getLong("ceap.seed", 20260118);
  private static final int ROUNDS = Integer.getInteger("ceap.rounds", 400);
  private static final Program CARTS = ShippedPrograms.load("abandoned-cart-recovery");
  private static final Program PRODUCTS = ShippedPrograms.load("product-recommendations");

  private static final List<String> NASTY =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\"",
          "'",
          ">",
          "<",
          "</td>",
          "\" onload=\"x",
          "' onload='x",
          "=",
          "`",
          "&",
          "&lt;",
          "&#60;",
          "\r\n",
          "\n",
          "\r",
          "\r\nBcc: eve@example.com",
          "\n\nBody",
          "\u2028",
          "\u2029",
          "\u0085",
          "\0",
          "\u000B",
          "{{link}}",
          "{{{link}}}",
          "{discountCode}",
          "{",
          "}",
          "{{",
          "}}",
          "{{> foot}}",
          "-->",
          "]]>",
          "<!--",
          "=?utf-8?q?x?=",
          "\u202E",
          "\u2066",
          "\uFEFF",
          "\uD800",
          "😀",
          "م",
          "さ",
          "%0d%0aBcc:x",
          "javascript:alert(1)",
          " ",
          "a",
          "Z",
          "$1",
          "\\");

  @Test
  void noNameMakesATagAnAttributeAHeaderOrALine() {
    EmailMessage plain = cartMail("Anna", "Headphones");
    for (int i = 0; i < ROUNDS; i++) {
      SplittableRandom random = new SplittableRandom(SEED + i);
      EmailMessage mail = cartMail("A" + nasty(random), "H" + nasty(random));
      String hint = "-Dceap.seed=" + (SEED + i);
      assertThat(HtmlTags.of(mail.html())).as(hint).isEqualTo(HtmlTags.of(plain.html()));
      assertThat(mail.headers()).as(hint).isEqualTo(plain.headers());
      assertThat(mail.to()).as(hint).isEqualTo(plain.to());
      assertOneLine(mail.subject(), hint);
      assertThat(mail.text().lines().count()).as(hint).isEqualTo(plain.text().lines().count());
      assertThat(mail.text()).as(hint).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
    }
  }

  @Test
  void noProductMakesATagAnAttributeOrALine() {
    EmailMessage plain = productMail(Optional.empty(), Optional.empty(), "Lamp", "Garden");
    for (int i = 0; i < ROUNDS; i++) {
      SplittableRandom random = new SplittableRandom(SEED + i);
      String hint = "-Dceap.seed=" + (SEED + i);
      EmailMessage mail =
          productMail(
              Optional.of(address(random)),
              Optional.of(address(random)),
              "L" + nasty(random),
              "G" + nasty(random));
      assertThat(withoutPictures(mail)).as(hint).isEqualTo(withoutPictures(plain));
      assertThat(mail.text().lines().count()).as(hint).isEqualTo(plain.text().lines().count());
      assertThat(mail.html()).as(hint).doesNotContainPattern("(href|src)=[\"'](?!https?://)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example/x",
        "/x",
        "x.jpg",
        "https:x",
        "https://user:secret@evil.example/",
        "https://evil.example/\" onload=\"x",
        "ftp://evil.example/x",
      })
  void onlyWebAddressesBecomeLinksAndPictures(String address) {
    EmailMessage mail = productMail(Optional.of(address), Optional.of(address), "Lamp", "Garden");
    assertThat(mail.html())
        .doesNotContainPattern("<img src=\"(?!https://mail\\.example\\.com/o/)")
        .doesNotContain("evil")
        .doesNotContain("alert");
    assertThat(mail.text()).contains("https://mail.example.com/c/").doesNotContain("evil");
  }

  @Test
  void noNameBreaksATextMessageOrANotification() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      SplittableRandom random = new SplittableRandom(SEED + i);
      String hint = "-Dceap.seed=" + (SEED + i);
      MessageContent content =
          Shop.cart(
              Shop.customer("A" + nasty(random), "en-US"),
              "US",
              Shop.TEN_PERCENT,
              Duration.ofDays(1));
      if (Shop.compose(CARTS, "sms", content) instanceof Composed(SmsMessage sms)) {
        assertOneLine(sms.text(), hint);
        assertThat(sms.text()).as(hint).startsWith("Hi A").contains("Use code CART10 for 10% off.");
      }
      PushMessage push = (PushMessage) ((Composed) Shop.compose(CARTS, "push", content)).message();
      JsonNode payload = new ObjectMapper().readTree(PushPayload.of(push, "ios"));
      assertThat(payload.fieldNames()).toIterable().as(hint).containsExactly("aps", "data");
      assertOneLine(push.title(), hint);
    }
  }

  private static void assertOneLine(String text, String hint) {
    assertThat(text).as(hint).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
  }

  private static List<String> withoutPictures(EmailMessage mail) {
    return HtmlTags.of(
        mail.html().replaceAll("<a href=\"[^\"]*\"><img [^>]*></a>\n", "").replace("<p></p>", ""));
  }

  private static String nasty(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      text.append(NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }

  private static String address(SplittableRandom random) {
    return random.nextBoolean() ? "https://x.example/" + nasty(random) : nasty(random);
  }

  private static EmailMessage cartMail(String name, String item) {
    MessageContent cart =
        Shop.cart(Shop.customer(name, "en-US"), "US", Shop.TEN_PERCENT, Duration.ofHours(1));
    ScoredCandidate candidate =
        Shop.candidate(
            "US",
            new Subject("cart", "CART-789"),
            Map.of(
                "cart_value",
                150.0,
                "item_count",
                1L,
                "items",
                List.of(Map.of("id", "P1", "name", item, "price", 79.99))));
    return mail(CARTS, with(cart, candidate, cart.products()));
  }

  private static EmailMessage productMail(
      Optional<String> image, Optional<String> url, String name, String category) {
    MessageContent content = Shop.recommendations(Shop.customer("Anna", "en-US"), "US", 1);
    Product product =
        new Product(
            "R1",
            Optional.of(name),
            Optional.of(category),
            Optional.of(BigDecimal.TEN),
            Optional.empty(),
            image,
            url,
            true,
            true);
    ScoredCandidate candidate =
        Shop.candidate(
            "US", new Subject("product", "R1"), Map.of("view_count", 3L, "category", category));
    return mail(PRODUCTS, with(content, candidate, Map.of("R1", product)));
  }

  private static MessageContent with(
      MessageContent content, ScoredCandidate candidate, Map<String, Product> products) {
    return new MessageContent(
        content.messageId(),
        content.customer(),
        List.of(candidate),
        products,
        content.offer(),
        content.expires(),
        content.now());
  }

  private static EmailMessage mail(Program program, MessageContent content) {
    return (EmailMessage) ((Composed) Shop.compose(program, "email", content)).message();
  }
}
