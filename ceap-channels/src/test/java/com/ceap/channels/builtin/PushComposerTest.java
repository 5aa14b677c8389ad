package com.ceap.channels.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.ShippedPrograms;
import com.ceap.channels.Shop;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.Composition.NotComposed;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.channels.spi.PushMessage;
import com.ceap.channels.spi.PushPayload;
import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushComposerTest {
  private static final Program CARTS = ShippedPrograms.load("abandoned-cart-recovery");
  private static final List<Device> PHONE = List.of(new Device("C456", "token-1", "ios"));

  @Test
  void theLinkCarriesCartAndCode() {
    PushMessage push = message(CARTS, Shop.customer("Anna", "en-US"), Shop.TEN_PERCENT);
    String token = push.link().substring(push.link().lastIndexOf('/') + 1);
    Landing landing = (Landing) Shop.LINKS.verify(token, Shop.ABANDONED);
    assertThat(landing.key().subject().id()).isEqualTo("CART-789");
    assertThat(landing.offerCode()).contains("CART10");
    assertThat(landing.messageId()).isEqualTo(push.messageId());
  }

  @Test
  void withoutAnOfferNobodyReadsOfOne() {
    PushMessage push = message(CARTS, Shop.customer("Anna", "en-US"), Optional.empty());
    assertThat(push.title()).isEqualTo("Last Chance!");
    assertThat(push.body()).isEqualTo("Your cart expires soon.");
  }

  @Test
  void whereTheTitleSaysNothingTheBrandSpeaks() {
    Program program = program("{title: \"{discountPercent}% off!\", body: Come back.}");
    assertThat(message(program, Shop.customer("Anna", "en-US"), Optional.empty()).title())
        .isEqualTo("Example Shop");
    MessageContent content =
        Shop.cart(Shop.customer("Anna", "en-US"), "US", Optional.empty(), Duration.ofDays(3));
    Program silent = program("{title: Hi, body: \"{discountPercent}% off!\"}");
    assertThat(Shop.compose(silent, "push", content))
        .isEqualTo(
            new NotComposed(
                "NO_TEXT",
                "every sentence of the body needs what there is none of, such as an offer"));
  }

  @Test
  void longNamesAreCutBetweenCharactersUntilThePayloadFits() {
    String filler = "あ".repeat(1_020);
    Program program =
        program(
            "{title: \"Hi {customerName}\", body: \"{customerName} {productName} "
                + filler
                + "\"}");
    PushMessage push =
        message(program, Shop.customer("👩‍👩‍👧‍👦".repeat(10), "en-US"), Shop.TEN_PERCENT);
    assertThat(push.title()).startsWith("Hi 👩‍👩‍👧‍👦").endsWith("👦…");
    assertThat(PushPayload.bytes(push, "ios")).isLessThanOrEqualTo(PushPayload.MAX_BYTES - 512);
    assertThat(PushPayload.bytes(push, "android")).isLessThanOrEqualTo(PushPayload.MAX_BYTES - 512);
  }

  @Test
  void whatDoesNotFitEvenSoIsNotSent() {
    Program program = program("{title: Hi, body: \"" + "あ".repeat(1_300) + "\"}");
    assertThat(compose(program, Shop.customer("Anna", "en-US")))
        .isEqualTo(
            new NotComposed(
                "TOO_LONG",
                "the notification takes more than the 3584 bytes that its services carry"));
  }

  @Test
  void withoutADeviceThereIsNoMessage() {
    assertThat(compose(CARTS, Shop.reachedAt("", "", List.of())))
        .isEqualTo(new NotComposed("NO_ADDRESS", "the customer has no device"));
    List<Device> fridge = List.of(new Device("C456", "token", "fridge"));
    assertThat(compose(CARTS, Shop.reachedAt("", "", fridge)))
        .isEqualTo(
            new NotComposed(
                "ADDRESS_INVALID", "no device of the customer is of ios, android or web"));
  }

  @Test
  void devicesOfUnknownPlatformsAreLeftOut() {
    List<Device> both = List.of(PHONE.getFirst(), new Device("C456", "token-2", "fridge"));
    Composition composed = compose(CARTS, Shop.reachedAt("", "", both));
    assertThat(((PushMessage) ((Composed) composed).message()).devices()).isEqualTo(PHONE);
  }

  private static PushMessage message(Program program, Customer customer, Optional<Offer> offer) {
    MessageContent content = Shop.cart(customer, "US", offer, Duration.ofDays(3));
    return (PushMessage) ((Composed) Shop.compose(program, "push", content)).message();
  }

  private static Composition compose(Program program, Customer customer) {
    return Shop.compose(
        program, "push", Shop.cart(customer, "US", Shop.TEN_PERCENT, Duration.ofDays(3)));
  }

  private static Program program(String config) {
    return Programs.with("push", config);
  }
}
