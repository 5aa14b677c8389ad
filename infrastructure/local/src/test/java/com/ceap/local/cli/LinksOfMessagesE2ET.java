package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.CartShop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a customer meets who follows the links of an e-mail, on the platform as it is run. */
@Timeout(240)
final class LinksOfMessagesE2ET {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void make() throws Exception {
    data = folder.resolve("data");
    Path models = folder.resolve("models");
    CartShop.train(models);
    CartShop.make(data, models, 2);
  }

  @Test
  void whoBuysOnThePageOrLeavesByTheLinkHearsNoMore() throws Exception {
    try (RunningPlatform platform = RunningPlatform.start(data, "--clock", "manual");
        HttpClient client = HttpClient.newHttpClient()) {
      run("publish", carts().toString());
      run("clock", "advance", "PT1H");

      String buyer = mail("C0");
      String cart = link(buyer, "/c/");
      assertThat(cart).startsWith(platform.pages().toString());
      HttpResponse<String> page = get(client, cart);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Kettle", "£150.00", "To pay", "Buy now");
      assertThat(post(client, cart).body()).contains("Thank you", "Order WEB-");

      String wayOut = link(mail("C1"), "/u/");
      assertThat(get(client, wayOut).body()).contains("Unsubscribe");
      assertThat(post(client, wayOut).statusCode()).isEqualTo(200);

      run("clock", "advance", "P4D");
      assertThat(types("C0")).containsExactly("email");
      assertThat(types("C1")).contains("email", "sms");
      assertThat(run("explain", "abandoned-cart-recovery", "--customer", "C0").out())
          .contains("cart K0, UK: converted", "counted for touch 1 (email)");
    }
    try (LocalPlatform platform = CartShop.open(data)) {
      assertThat(
              platform.stores().ledgers().find("C1").optedOut("abandoned-cart-recovery", "email"))
          .isTrue();
    }
  }

  private Path carts() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      lines
          .append(
              "{\"source\": \"ecommerce.cart\", \"detail-type\": \"CartAbandoned\", \"detail\": ")
          .append(CartShop.cart("C" + i, "K" + i).replace("\n", " "))
          .append("}\n");
    }
    return Files.writeString(folder.resolve("carts.jsonl"), lines);
  }

  private String mail(String customer) throws Exception {
    JsonNode listed = run("outbox", "list", "--customer", customer, "--json").json();
    return run("outbox", "show", listed.path(0).path("messageId").asText()).out();
  }

  private List<String> types(String customer) throws Exception {
    List<String> types = new ArrayList<>();
    run("outbox", "list", "--customer", customer, "--json")
        .json()
        .forEach(entry -> types.add(entry.path("channelType").asText()));
    return types;
  }

  private static String link(String mail, String kind) {
    Matcher link = Pattern.compile("http://\\S+" + kind + "[\\w.-]+").matcher(mail);
    assertThat(link.find()).as("a link to %s in %s", kind, mail).isTrue();
    return link.group();
  }

  private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(HttpClient client, String url) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private CommandRun run(String... arguments) {
    CommandRun run =
        CommandRun.of(CommandRun.with(Arrays.asList(arguments), "--data", data.toString()));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }
}
