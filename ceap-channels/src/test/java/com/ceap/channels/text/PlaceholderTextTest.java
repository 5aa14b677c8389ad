package com.ceap.channels.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.text.Placeholder.Scope;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderTextTest {
  private static final Values NOBODY = new Values(Map.of(Placeholder.LANGUAGE, "en"));
  private static final Values NAMED = NOBODY.with(Map.of(Placeholder.CUSTOMER_NAME, "Zoë"));
  private static final Values WITH_OFFER =
      NAMED.with(Map.of(Placeholder.DISCOUNT_PERCENT, "10", Placeholder.DISCOUNT_CODE, "CART10"));

  @Test
  void everyPlaceholderIsReplaced() {
    assertThat(
            fill("Hi {customerName}! Use {discountCode} for {discountPercent}% off.", WITH_OFFER))
        .isEqualTo("Hi Zoë! Use CART10 for 10% off.");
  }

  /** Each row: a text, and what is left of it where the customer has a name and no offer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          You left something behind! {discountPercent}% off inside | You left something behind!
          Hi {customerName}! Your cart is waiting. Use code {discountCode} for {discountPercent}% off. Shop now: here | Hi Zoë! Your cart is waiting. Shop now: here
          Your cart expires soon. {discountPercent}% off ends today! | Your cart expires soon.
          {discountPercent}% off today. Come back! | Come back!
          Save 1.5 or {discountPercent}% at shop.example. Bye | Bye
          Back? Yes! {discountCode}?! Now | Back? Yes! Now
          おかえりなさい。{discountPercent}%オフ！今すぐ | おかえりなさい。今すぐ
          {discountPercent}% off | ''
          """)
  void aSentenceThatNeedsAnOfferIsLeftOutWhereThereIsNone(String text, String left) {
    assertThat(fill(text, NAMED)).isEqualTo(left);
  }

  @Test
  void aLineIsASentence() {
    assertThat(fill("Cart\nCode {discountCode}\r\nBye", NAMED)).isEqualTo("Cart\nBye");
  }

  /** Each row: a text, and how it reads where the customer has no name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi {customerName}! Your cart is waiting. | Hi there! Your cart is waiting.
          Hello {customerName}, welcome | Hello there, welcome
          Oh hi, Hey {customerName}! | Oh hi, Hey there!
          Dear {customerName}, your cart is waiting. | Dear, your cart is waiting.
          {customerName}, your cart is waiting. | Your cart is waiting.
          Good news. {customerName}, your cart is waiting. | Good news. Your cart is waiting.
          {customerName}様、カートをご確認ください。 | カートをご確認ください。
          {customerName} | ''
          Your cart, {customerName} | Your cart,
          """)
  void aMissingNameTakesOnlyItselfAway(String text, String read) {
    assertThat(fill(text, NOBODY)).isEqualTo(read);
  }

  @Test
  void onlyEnglishSaysHiThere() {
    Values german = new Values(Map.of(Placeholder.LANGUAGE, "de"));
    assertThat(fill("Hi {customerName}! Dein Warenkorb wartet.", german))
        .isEqualTo("Hi! Dein Warenkorb wartet.");
  }

  @Test
  void aValueIsNeverReadAsATextAgain() {
    Values sly = NAMED.with(Map.of(Placeholder.CUSTOMER_NAME, "{discountCode} $1 \\ {{x}}"));
    assertThat(fill("Hi {customerName}!", sly)).isEqualTo("Hi {discountCode} $1 \\ {{x}}!");
  }

  @Test
  void aPlaceholderIsNamed() {
    assertThat(PlaceholderText.parse("a {link}. b {productName} {link}").placeholders())
        .containsExactlyInAnyOrder(Placeholder.LINK, Placeholder.PRODUCT_NAME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi {custmerName} | names the unknown placeholder {custmerName}; did you mean {customerName}?
          Hi { customerName } | names the unknown placeholder { customerName }; did you mean {customerName}?
          {custmerName} {discountcod} | names the unknown placeholder {custmerName}; did you mean {customerName}?, names the unknown placeholder {discountcod}; did you mean {discountCode}?
          Hi {customerName | has a '{' without its '}'; placeholders are written {customerName}
          Hi {{customerName}} | has a '{' without its '}'; placeholders are written {customerName}
          {viewCount} | names the unknown placeholder {viewCount}; did you mean {itemCount}?
          """)
  void whatIsNotUnderstoodIsNamedWithWhatWasMeant(String text, String message) {
    assertThatThrownBy(() -> PlaceholderText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void whereNothingIsNearAllAreNamed() {
    assertThatThrownBy(() -> PlaceholderText.parse("{}"))
        .hasMessageStartingWith("names the unknown placeholder {}; known are customerName, ");
  }

  @Test
  void aTextOfATemplateMayNameMore() {
    assertThat(PlaceholderText.parse("{viewCount}", EnumSet.allOf(Scope.class)).placeholders())
        .containsExactly(Placeholder.VIEW_COUNT);
  }

  private static String fill(String text, Values values) {
    return PlaceholderText.parse(text).fill(values);
  }
}
