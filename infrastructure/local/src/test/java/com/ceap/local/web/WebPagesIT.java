package com.ceap.local.web;

import static com.ceap.local.web.PagesFixture.CUSTOMER;
import static com.ceap.local.web.PagesFixture.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.link.LinkTarget;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.local.http.Answer;
import com.ceap.local.queue.TakenMessage;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.Conversion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPagesIT {
  private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Firefox/150.0";
  @TempDir private Path folder;
  private PagesFixture shop;

  @BeforeEach
  void open() {
    shop = new PagesFixture(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void aTokenThatWasTamperedWithLeadsNowhere(String method) {
    String path = shop.path(shop.landing("CART10"));
    char last = path.charAt(path.length() - 3);
    String tampered =
        path.substring(0, path.length() - 3)
            + (last == 'A' ? 'B' : 'A')
            + path.substring(path.length() - 2);

    Answer page = shop.pages.answer(method, tampered, BROWSER);

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("This link is not valid").doesNotContain("<form");
    assertThat(shop.orders).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/c/", "/c", "/", "/x/y", "/c/a/b", "/favicon.ico"})
  void whatIsNoLinkIsNotFound(String path) {
    assertThat(shop.pages.answer("GET", path, BROWSER).status()).isIn(400, 404);
  }

  @Test
  void aTokenOfOnePurposeServesNoOther() {
    shop.storeCart();
    String wayOut = shop.path(new Unsubscribe(CUSTOMER, PROGRAM, "email")).replace("/u/", "/c/");
    String cart = shop.path(shop.landing("CART10")).replace("/c/", "/p/");

    assertThat(shop.pages.answer("POST", wayOut, BROWSER).status()).isEqualTo(400);
    assertThat(shop.pages.answer("GET", cart, BROWSER).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH"})
  void otherMethodsAreTurnedAway(String method) {
    Answer page = shop.pages.answer(method, shop.path(shop.landing("CART10")), BROWSER);

    assertThat(page.status()).isEqualTo(405);
    assertThat(page.headers()).containsEntry("Allow", "GET, HEAD, POST");
  }

  @Test
  void theCartIsFilledInWithItsCodeApplied() {
    shop.storeCart();

    Answer page = get(shop.landing("CART10"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Kettle", "79,99\u00A0€", "149,99\u00A0€")
        .contains("Code CART10, 10% off", "-15,00\u00A0€", "134,99\u00A0€")
        .contains("The code holds until ")
        .contains("href=\"http://127.0.0.1:8080/p/")
        .contains("Buy now");
  }

  @Test
  void whatAnEventSaidIsTextOnThePage() {
    shop.storeCart();

    assertThat(get(shop.landing("CART10")).body())
        .doesNotContain("<script")
        .contains("&lt;script&gt;");
  }

  @Test
  void aCodeThatIsNotTheCandidatesOwnIsNotApplied() {
    shop.storeCart();

    assertThat(get(shop.landing("CART90")).body())
        .contains("149,99\u00A0€")
        .doesNotContain("CART90", "To pay");
  }

  @Test
  void afterTheOfferHasEndedTheCartIsShownWithoutIt() {
    shop.storeCart();
    String path = shop.path(shop.landing("CART10"));
    shop.clock.advance(Duration.ofHours(25));

    Answer page = shop.pages.answer("GET", path, BROWSER);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("149,99\u00A0€").doesNotContain("CART10", "The code holds");
  }

  @Test
  void aCartThatIsNotKeptAnyMoreIsGone() {
    Answer page = get(shop.landing("CART10"));

    assertThat(page.status()).isEqualTo(410);
    assertThat(page.body()).contains("This cart is gone");
    shop.clock.advance(Duration.ofDays(60));
    assertThat(get(shop.landing("CART10")).status()).isEqualTo(410);
  }

  @Test
  void buyingPutsTheShopsOwnEvent() {
    shop.storeCart();

    Answer page = post(shop.landing("CART10"));
    Answer again = post(shop.landing("CART10"));

    assertThat(page.body()).contains("Order WEB-", "134,99\u00A0€");
    assertThat(again.body()).isEqualTo(page.body());
    assertThat(shop.orders).hasValue(2);
    OrderPlaced order =
        shop.queues.take(QueueNames.LIFECYCLE, 10).stream()
            .map(TakenMessage::message)
            .map(QueueMessage::body)
            .map(EventEnvelope::parse)
            .map(OrderPlaced::parse)
            .distinct()
            .toList()
            .getFirst();
    assertThat(order.customerId()).isEqualTo(CUSTOMER);
    assertThat(order.cartId()).contains("CART-1");
    assertThat(order.orderValue()).isEqualByComparingTo(new BigDecimal("134.99"));
    assertThat(order.currency()).contains("EUR");
  }

  @Test
  void aCartThatWasBoughtCannotBeBoughtAgain() {
    shop.storeCart();
    Conversion order =
        new Conversion(
            "O1", BigDecimal.TEN, Optional.of("EUR"), shop.clock.instant(), Optional.empty());
    var _ =
        shop.stores
            .outcomes()
            .record(PagesFixture.CART, order, shop.clock.instant().plus(Duration.ofDays(20)));

    assertThat(get(shop.landing("CART10")).body())
        .contains("You have bought this cart.")
        .doesNotContain("Buy now");
  }

  @Test
  void aCartWithoutPricesIsShownWithoutSums() {
    shop.storeCart(Map.of("id", "P9", "name", "Unpriced"));

    assertThat(get(shop.landing("CART10")).body()).contains("Unpriced");
  }

  @Test
  void whoeverLooksAtTheCartHasFollowedTheMessagesLinkUnlessItIsAScanner() {
    Landing link = shop.landing("CART10");
    Message sent =
        new Message(
            link.messageId(),
            link.key(),
            "email",
            "email",
            1,
            MessageState.SENT,
            Optional.empty(),
            shop.clock.instant().minusSeconds(3600),
            Optional.empty(),
            "v1");
    shop.stores.messages().record(sent, shop.clock.instant().plusSeconds(86_400));

    shop.pages.answer("HEAD", shop.path(link), BROWSER);
    shop.pages.answer("GET", shop.path(link), "Barracuda Sentinel");
    assertThat(shop.stores.messages().tracked(CUSTOMER, link.messageId()).orElseThrow().clicked())
        .isFalse();
    shop.pages.answer("GET", shop.path(link), BROWSER);

    assertThat(shop.stores.messages().tracked(CUSTOMER, link.messageId()).orElseThrow().clicked())
        .isTrue();
    assertThat(shop.stores.messages().find(CUSTOMER, link.messageId()).orElseThrow().state())
        .isEqualTo(MessageState.CLICKED);
  }

  @Test
  void everyPageForbidsScriptsFramesAndCaches() {
    assertThat(get(shop.landing("CART10")).headers())
        .containsEntry(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Cache-Control", "no-store");
    assertThat(shop.pages.answer("GET", "/style.css", BROWSER).body()).contains("body {");
  }

  private Answer get(LinkTarget target) {
    return shop.pages.answer("GET", shop.path(target), BROWSER);
  }

  private Answer post(LinkTarget target) {
    return shop.pages.answer("POST", shop.path(target), BROWSER);
  }
}
