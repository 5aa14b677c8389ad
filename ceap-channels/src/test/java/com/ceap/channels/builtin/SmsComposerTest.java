package com.ceap.channels.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.ShippedPrograms;
import com.ceap.channels.Shop;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.Composition.NotComposed;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.channels.spi.SmsMessage;
import com.ceap.model.Customer;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsComposerTest {
  private static final Program CARTS = ShippedPrograms.load("abandoned-cart-recovery");

  @Test
  void withoutAnOfferNobodyReadsOfOne() {
    assertThat(text(Shop.customer("Anna", "en-US"), Optional.empty()))
        .matches("Hi Anna! Your cart is waiting\\. Shop now: https://mail\\.example\\.com/c/\\S+");
  }

  @Test
  void whoHasNoNameIsGreetedAllTheSame() {
    assertThat(text(Shop.customer("", "en-US"), Shop.TEN_PERCENT))
        .startsWith("Hi there! Your cart is waiting. Use code CART10 for 10% off. Shop now: ");
    assertThat(text(Shop.customer("", "de-DE"), Shop.TEN_PERCENT)).startsWith("Hi! Your cart");
  }

  @Test
  void aNameOfAnotherScriptIsSent() {
    SmsMessage sms = message(Shop.customer("さくら", "ja-JP"), Shop.TEN_PERCENT);
    assertThat(sms.text()).startsWith("Hi さくら!");
    assertThat(sms.segments()).isEqualTo(4);
  }

  @Test
  void aLongNameIsCut() {
    assertThat(text(Shop.customer("x".repeat(500), "en-US"), Shop.TEN_PERCENT))
        .startsWith("Hi " + "x".repeat(49) + "...!");
  }

  @Test
  void aLineBreakInANameBreaksNoLine() {
    assertThat(text(Shop.customer("Anna\r\nEve", "en-US"), Shop.TEN_PERCENT))
        .startsWith("Hi Anna Eve!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "030 123456",
        "+0301234567",
        "+49-30-123456",
        "0049301234567",
        "+49",
        "anna",
        "+4930123456\n7"
      })
  void aNumberOfAnotherFormIsRefused(String number) {
    assertThat(compose(CARTS, reachedAt(number)))
        .isEqualTo(
            new NotComposed(
                "ADDRESS_INVALID", "the customer's phone number is not of the form +4930123456"));
  }

  @Test
  void withoutANumberThereIsNoMessage() {
    assertThat(compose(CARTS, reachedAt(" ")))
        .isEqualTo(new NotComposed("NO_ADDRESS", "the customer has no phone number"));
  }

  @Test
  void aTextThatTakesTooManyPartsIsNotSent() {
    String text = "あ".repeat(67 * 6);
    assertThat(compose(program("message: \"" + text + "\""), reachedAt("+12025550100")))
        .isInstanceOf(Composed.class);
    assertThat(compose(program("message: \"" + text + "あ\""), reachedAt("+12025550100")))
        .isEqualTo(new NotComposed("TOO_LONG", "the text takes 7 parts, at most 6 are sent"));
  }

  @Test
  void aTextThatOnlySpeaksOfTheOfferIsNotSentWithoutOne() {
    MessageContent content =
        Shop.cart(reachedAt("+12025550100"), "US", Optional.empty(), Duration.ofDays(1));
    assertThat(Shop.compose(program("message: \"{discountPercent}% off!\""), "sms", content))
        .isEqualTo(
            new NotComposed(
                "NO_TEXT",
                "every sentence of the message needs what there is none of, such as an offer"));
  }

  @Test
  void theWayOutIsSaidWhereTheProgramSaysSo() {
    Program program = program("{message: \"Hello.\", optOutHint: \"Reply STOP to end\"}");
    Composition composed = compose(program, reachedAt("+12025550100"));
    assertThat(((SmsMessage) ((Composed) composed).message()).text())
        .isEqualTo("Hello. Reply STOP to end");
  }

  private static String text(Customer customer, Optional<Offer> offer) {
    return message(customer, offer).text();
  }

  private static SmsMessage message(Customer customer, Optional<Offer> offer) {
    MessageContent content = Shop.cart(customer, "US", offer, Duration.ofDays(1));
    return (SmsMessage) ((Composed) Shop.compose(CARTS, "sms", content)).message();
  }

  private static Composition compose(Program program, Customer customer) {
    return Shop.compose(
        program, "sms", Shop.cart(customer, "US", Shop.TEN_PERCENT, Duration.ofDays(1)));
  }

  private static Customer reachedAt(String phone) {
    return Shop.reachedAt("", phone, List.of());
  }

  private static Program program(String config) {
    return Programs.with("sms", config);
  }
}
