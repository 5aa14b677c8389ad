package com.ceap.channels.example;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.Shop;
import com.ceap.channels.spi.Composition.Composed;
import com.ceap.channels.spi.Composition.NotComposed;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageComposer;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireMockTest
class WhatsAppChannelTest {
  private static final WhatsAppMessage MESSAGE =
      new WhatsAppMessage("m1", "C456", "cart-whatsapp", "+12025550100", "Hi Anna!");

  @Test
  void aProgramMayNameTheChannel() throws IOException {
    LoadResult result = load("message: \"Hi {customerName}!\"", "message: \"Hi {customerName}!\"");
    assertThat(result).isInstanceOf(LoadResult.Loaded.class);
    Program program = result.orElseThrow();
    MessageComposer composer =
        new WhatsAppChannelFactory()
            .composer(program.channels().getFirst(), program, Shop.COMPOSING)
            .orElseThrow();
    var cart =
        Shop.cart(Shop.customer("Anna", "en-US"), "US", Shop.TEN_PERCENT, Duration.ofDays(1));
    assertThat(((WhatsAppMessage) ((Composed) composer.compose(cart)).message()).text())
        .startsWith("Hi Anna! Your cart is waiting. Use code CART10. https://mail.example.com/c/");
    var unknown =
        Shop.cart(Shop.reachedAt("", "", List.of()), "US", Optional.empty(), Duration.ZERO);
    assertThat(composer.compose(unknown))
        .isEqualTo(new NotComposed("NO_ADDRESS", "the customer has no phone number"));
  }

  @Test
  void aWrongPlaceholderIsAProblemOfTheProgram() throws IOException {
    LoadResult result = load("{customerName}", "{custmerName}");
    assertThat(((LoadResult.Invalid) result).problems().getFirst().text())
        .isEqualTo(
            "whatsapp.yaml:15: channels[0].config.message: message names the unknown placeholder"
                + " {custmerName}; did you mean {customerName}?");
  }

  @Test
  void aTextIsHandedOverOnce(WireMockRuntimeInfo api) {
    api.getWireMock()
        .register(
            post("/messages").willReturn(aResponse().withBody("{\"messages\":[{\"id\":\"w1\"}]}")));
    assertThat(adapter(api).send(MESSAGE)).isEqualTo(new Handover.Accepted("w1"));
    api.getWireMock()
        .verifyThat(
            1,
            postRequestedFor(urlEqualTo("/messages"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"messaging_product": "whatsapp", "to": "+12025550100", "type": "text",
                         "text": {"body": "Hi Anna!"}, "biz_opaque_callback_data": "m1"}
                        """)));
  }

  @ParameterizedTest
  @CsvSource({"400, Refused", "401, Refused", "429, Throttled", "500, Unclear", "503, Unclear"})
  void everyAnswerIsOneOutcome(int status, String outcome, WireMockRuntimeInfo api) {
    api.getWireMock().register(post("/messages").willReturn(aResponse().withStatus(status)));
    assertThat(adapter(api).send(MESSAGE).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void aLostConnectionLeavesItUnclearAndIsNotTriedAgain(WireMockRuntimeInfo api) {
    api.getWireMock()
        .register(
            post("/messages").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertThat(adapter(api).send(MESSAGE)).isInstanceOf(Handover.Unclear.class);
    api.getWireMock().verifyThat(1, postRequestedFor(urlEqualTo("/messages")));
  }

  private static WhatsAppAdapter adapter(WireMockRuntimeInfo api) {
    return new WhatsAppAdapter(
        HttpClient.newHttpClient(), URI.create(api.getHttpBaseUrl() + "/messages"), "token");
  }

  private static LoadResult load(String from, String to) throws IOException {
    Extensions extensions =
        new Extensions(
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of(new WhatsAppChannelFactory())));
    byte[] yaml = WhatsAppChannelTest.class.getResourceAsStream("whatsapp.yaml").readAllBytes();
    return new ProgramLoader(extensions)
        .load("whatsapp.yaml", new String(yaml, UTF_8).replace(from, to).getBytes(UTF_8));
  }
}
