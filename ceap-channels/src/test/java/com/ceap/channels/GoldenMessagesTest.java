package com.ceap.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.PushPayload;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.model.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The messages of the shipped programs as customers get them, held to files beside this test; to
 * write them anew: {@code -Dceap.golden.write}.
 */
class GoldenMessagesTest {
  private static final Path GOLDEN =
      ProjectFolder.find().resolve("ceap-channels/src/test/resources/com/ceap/channels/golden");
  private static final Program CARTS = ShippedPrograms.load("abandoned-cart-recovery");
  private static final Program PRODUCTS = ShippedPrograms.load("product-recommendations");

  @ParameterizedTest
  @CsvSource({
    "cart-email-us, US, en-US, Anna Smith",
    "cart-email-de, DE, de-DE, Jürgen Müller",
    "cart-email-fr, FR, fr-FR, Chloé Lefèvre",
    "cart-email-jp, JP, ja-JP, 佐藤 さくら",
  })
  void theFirstTouch(String file, String marketplace, String locale, String name)
      throws IOException {
    MessageContent content =
        Shop.cart(Shop.customer(name, locale), marketplace, Shop.TEN_PERCENT, Duration.ofHours(1));
    check(file, Shop.compose(CARTS.forMarketplace(marketplace), "email", content));
  }

  @Test
  void theFirstTouchWithoutANameAndAnOffer() throws IOException {
    MessageContent content =
        Shop.cart(Shop.customer("", "en-US"), "US", Optional.empty(), Duration.ofHours(1));
    check("cart-email-plain", Shop.compose(CARTS, "email", content));
  }

  @ParameterizedTest
  @CsvSource({
    "cart-sms-us, US, en-US, Anna Smith",
    "cart-sms-de, DE, de-DE, Jürgen Müller",
    "cart-sms-fr, FR, fr-FR, Chloé Martin",
    "cart-sms-jp, JP, ja-JP, 佐藤 さくら",
  })
  void theSecondTouch(String file, String marketplace, String locale, String name)
      throws IOException {
    MessageContent content =
        Shop.cart(Shop.customer(name, locale), marketplace, Shop.TEN_PERCENT, Duration.ofDays(1));
    check(file, Shop.compose(CARTS.forMarketplace(marketplace), "sms", content));
  }

  @ParameterizedTest
  @CsvSource({
    "cart-push-us, US, en-US, Anna Smith",
    "cart-push-de, DE, de-DE, Jürgen Müller",
    "cart-push-fr, FR, fr-FR, Chloé Martin",
    "cart-push-jp, JP, ja-JP, 佐藤 さくら",
  })
  void theThirdTouch(String file, String marketplace, String locale, String name)
      throws IOException {
    MessageContent content =
        Shop.cart(Shop.customer(name, locale), marketplace, Shop.TEN_PERCENT, Duration.ofDays(3));
    check(file, Shop.compose(CARTS.forMarketplace(marketplace), "push", content));
  }

  @ParameterizedTest
  @CsvSource({
    "recommendations-us, US, en-US, Anna Smith",
    "recommendations-in, IN, hi-IN, प्रिया सिंह",
    "recommendations-jp, JP, ja-JP, 佐藤 さくら",
  })
  void theCampaign(String file, String marketplace, String locale, String name) throws IOException {
    MessageContent content = Shop.recommendations(Shop.customer(name, locale), marketplace, 7);
    check(file, Shop.compose(PRODUCTS, "email", content));
  }

  private static void check(String file, Composition composition) throws IOException {
    assertThat(composition).isInstanceOf(Composition.Composed.class);
    for (Map.Entry<String, String> part :
        parts(((Composition.Composed) composition).message()).entrySet()) {
      Path golden = GOLDEN.resolve(file + "." + part.getKey());
      if (System.getProperty("ceap.golden.write") != null) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, part.getValue());
      }
      assertThat(part.getValue()).as("%s", golden).isEqualTo(Files.readString(golden));
    }
  }

  private static Map<String, String> parts(OutgoingMessage message) {
    return switch (message) {
      case EmailMessage mail ->
          new TreeMap<>(Map.of("html", mail.html(), "txt", headers(mail) + "\n" + mail.text()));
      case SmsMessage sms ->
          Map.of(
              "txt",
              "To: %s\nSegments: %d\n\n%s\n".formatted(sms.to(), sms.segments(), sms.text()));
      case PushMessage push ->
          Map.of(
              "json", PushPayload.of(push, "ios") + "\n" + PushPayload.of(push, "android") + "\n");
      default -> throw new AssertionError("no golden form for " + message);
    };
  }

  private static String headers(EmailMessage mail) {
    StringBuilder headers = new StringBuilder();
    headers.append("To: ").append(mail.to()).append('\n');
    headers.append("Subject: ").append(mail.subject()).append('\n');
    mail.headers()
        .forEach((name, value) -> headers.append(name).append(": ").append(value).append('\n'));
    return headers.toString();
  }
}
