package com.ceap.channels.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.ShippedPrograms;
import com.ceap.channels.Shop;
import com.ceap.channels.link.LinkTarget.Click;
import com.ceap.channels.link.LinkTarget.Open;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.channels.spi.Brand;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.Composition.NotComposed;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailComposerTest {
  private static final Program CARTS = ShippedPrograms.load("abandoned-cart-recovery");
  private static final Program PRODUCTS = ShippedPrograms.load("product-recommendations");

  @Test
  void theOfferIsShownWhereTheChannelIncludesIt() {
    EmailMessage mail = mail(program("includeDiscount: true"), cart(Shop.TEN_PERCENT));
    assertThat(mail.subject()).isEqualTo("You left something behind! 10% off inside");
    assertThat(mail.html()).contains("CART10").contains("10% off").contains("expires in 24 hours");
    assertThat(mail.text()).contains("CART10").contains("10% off");
  }

  @Test
  void theOfferIsHiddenWhereTheChannelDoesNotIncludeIt() {
    assertThat(program("includeDiscount: false")).isNotNull();
    EmailMessage mail = mail(program("includeDiscount: false"), cart(Shop.TEN_PERCENT));
    assertThat(mail.subject()).isEqualTo("You left something behind!");
    assertThat(mail.html() + mail.text())
        .doesNotContain("CART10")
        .doesNotContain("% off")
        .doesNotContain("expires in");
  }

  @Test
  void withoutAnOfferNobodyReadsOfOne() {
    EmailMessage mail = mail(CARTS, cart(Optional.empty()));
    assertThat(mail.subject()).isEqualTo("You left something behind!");
    assertThat(mail.html() + mail.text()).doesNotContain("% off").doesNotContain("code:");
  }

  /** Each row: what the channel says, the percent and code that the message names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {includeDiscount: true, discountPercent: 15} | CART15
          {includeDiscount: true, discountPercent: 0}  | ''
          {includeDiscount: false, discountPercent: 15} | ''
          {includeDiscount: true} | CART10
          {} | ''
          """)
  void theChannelsOwnPercentComesBeforeTheCustomers(String config, String code) {
    String merged = "{templateId: cart-recovery-v3, " + config.substring(1);
    EmailMessage mail = mail(Programs.with("email", merged), cart(Shop.TEN_PERCENT));
    if (code.isEmpty()) {
      assertThat(mail.text()).doesNotContain("CART1");
    } else {
      assertThat(mail.text()).contains("Discount code: " + code + "\n");
    }
  }

  @Test
  void mailProgramsAreToldTheWayOut() {
    Map<String, String> headers = mail(CARTS, cart(Shop.TEN_PERCENT)).headers();
    assertThat(headers).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    String link = headers.get("List-Unsubscribe");
    assertThat(link).startsWith("<https://mail.example.com/u/").endsWith(">");
    String token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
    assertThat(Shop.LINKS.verify(token, Shop.ABANDONED))
        .isInstanceOfSatisfying(
            Unsubscribe.class,
            wayOut -> {
              assertThat(wayOut.customerId()).isEqualTo("C456");
              assertThat(wayOut.programId()).isEqualTo("abandoned-cart-recovery");
              assertThat(wayOut.channel()).isEqualTo("email");
              assertThat(wayOut.messageId()).isPresent();
            });
  }

  @Test
  void theLastThingInAMailIsThePictureThatSaysThatItWasOpened() {
    EmailMessage mail = mail(CARTS, cart(Shop.TEN_PERCENT));

    Matcher picture =
        Pattern.compile(
                "<img src=\"https://mail\\.example\\.com/o/([^\"]+)\" width=\"1\" height=\"1\" alt=\"\""
                    + "[^>]*>\\s*</body>")
            .matcher(mail.html());

    assertThat(picture.find()).isTrue();
    assertThat(Shop.LINKS.verify(picture.group(1), Shop.ABANDONED))
        .isEqualTo(new Open("C456", "abandoned-cart-recovery", mail.messageId()));
    assertThat(mail.text()).doesNotContain("/o/");
  }

  @Test
  void theWayOutByMailIsNamedWhereThereIsOne() {
    Composing composing =
        new Composing(
            Shop.TEMPLATES,
            Shop.LINKS,
            new Brand("Shop", "Street", Optional.of("out@example.com")));
    Composed composed =
        (Composed)
            new EmailChannelFactory()
                .composer(
                    "email", (EmailConfig) CARTS.channels().getFirst().config(), CARTS, composing)
                .orElseThrow()
                .compose(cart(Shop.TEN_PERCENT));
    assertThat(((EmailMessage) composed.message()).headers().get("List-Unsubscribe"))
        .matches(
            "<https://mail\\.example\\.com/u/(\\S+)>, <mailto:out@example\\.com\\?subject=\\1>");
  }

  @Test
  void aProductsLinkLeadsToItsPage() {
    EmailMessage mail = mail(PRODUCTS, Shop.recommendations(Shop.customer("Anna", ""), "US", 1));
    var link = Pattern.compile("https://mail\\.example\\.com/p/(\\S+)").matcher(mail.text());
    assertThat(link.find()).isTrue();
    assertThat(Shop.LINKS.verify(link.group(1), Shop.ABANDONED))
        .isEqualTo(
            new Click(
                "C456",
                "product-recommendations",
                mail.messageId(),
                "https://shop.example.com/products/R1"));
  }

  @Test
  void noMoreProductsAreShownThanTheChannelSays() {
    EmailMessage all = mail(program("maxProductsPerEmail: 3"), cart(Optional.empty()));
    assertThat(all.html()).contains("Screen Protector").doesNotContain("more in your cart");
    EmailMessage two = mail(program("maxProductsPerEmail: 2"), cart(Optional.empty()));
    assertThat(two.html()).doesNotContain("Screen Protector").contains("And 1 more in your cart.");
    EmailMessage five = mail(PRODUCTS, Shop.recommendations(Shop.customer("Anna", ""), "US", 7));
    assertThat(five.html()).contains("Product No. 5").doesNotContain("Product No. 6");
  }

  @Test
  void aCartOfWhichNothingIsKnownIsStillRemembered() {
    MessageContent known = cart(Shop.TEN_PERCENT);
    MessageContent unknown =
        new MessageContent(
            known.messageId(),
            known.customer(),
            List.of(Shop.candidate("US", known.candidates().getFirst().key().subject(), Map.of())),
            Map.of(),
            known.offer(),
            known.expires(),
            known.now());
    assertThat(mail(CARTS, unknown).text()).contains("we saved your cart").doesNotContain("*");
  }

  @Test
  void productsThatNobodyCanNameMakeNoCampaign() {
    MessageContent known = Shop.recommendations(Shop.customer("Anna", ""), "US", 2);
    MessageContent nameless =
        new MessageContent(
            known.messageId(),
            known.customer(),
            known.candidates(),
            Map.of(),
            known.offer(),
            known.expires(),
            known.now());
    assertThat(Shop.compose(PRODUCTS, "email", nameless))
        .isEqualTo(new NotComposed("NO_PRODUCT", "nobody knows the name of any product to show"));
  }

  @Test
  void anAddressThatIsNoneGetsNoMessage() {
    assertThat(compose("anna@example@com"))
        .isEqualTo(
            new NotComposed(
                "ADDRESS_INVALID", "the customer's e-mail address is not of the form a@b.c"));
    assertThat(compose("  "))
        .isEqualTo(new NotComposed("NO_ADDRESS", "the customer has no e-mail address"));
  }

  @Test
  void theSameContentGivesTheSameMessage() {
    assertThat(mail(CARTS, cart(Shop.TEN_PERCENT))).isEqualTo(mail(CARTS, cart(Shop.TEN_PERCENT)));
  }

  @Test
  void aTemplateThatDoesNotExistIsNamedWithTheNearestOne() {
    Program program = Programs.with("email", "templateId: cart-recovry-v3");
    MessageContent content = cart(Shop.TEN_PERCENT);
    assertThatThrownBy(() -> Shop.compose(program, "email", content))
        .isInstanceOf(CeapException.class)
        .hasMessageEndingWith(
            "there is no template 'cart-recovry-v3'; did you mean 'cart-recovery-v3'?");
  }

  @Test
  void aPlaceholderThatNoMessageHasIsAProblemOfTheProgram() {
    LoadResult result = Programs.load("email", "{templateId: t, subject: \"Hi {custmerName}\"}");
    assertThat(((LoadResult.Invalid) result).problems().getFirst().text())
        .isEqualTo(
            "program.yaml:11: channels[0].config.subject: subject names the unknown placeholder"
                + " {custmerName}; did you mean {customerName}?");
  }

  private static Program program(String line) {
    return Programs.with(
        "email",
        """
        templateId: cart-recovery-v3
        subject: "You left something behind! {discountPercent}% off inside"
        """
            + line
            + "\n");
  }

  private static MessageContent cart(Optional<Offer> offer) {
    return Shop.cart(Shop.customer("Anna", "en-US"), "US", offer, Duration.ofHours(1));
  }

  private static EmailMessage mail(Program program, MessageContent content) {
    return (EmailMessage) ((Composed) Shop.compose(program, "email", content)).message();
  }

  private static Composition compose(String address) {
    return Shop.compose(
        CARTS,
        "email",
        Shop.cart(
            Shop.reachedAt(address, "", List.of()), "US", Optional.empty(), Duration.ofHours(1)));
  }
}
