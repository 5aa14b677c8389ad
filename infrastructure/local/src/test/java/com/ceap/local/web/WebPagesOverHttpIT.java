package com.ceap.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.local.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as browsers and mail programs meet them. */
final class WebPagesOverHttpIT {
  @TempDir private Path folder;
  private PagesFixture shop;
  private LoopbackServer server;
  private HttpClient client;

  @BeforeEach
  void start() {
    shop = new PagesFixture(folder);
    server = LoopbackServer.start(0, "--port", Map.of("/", shop.pages));
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    shop.close();
  }

  @Test
  void aMailProgramsOneClickOptsOutWithoutARedirect() throws Exception {
    HttpResponse<String> response =
        send(
            request(out())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    assertThat(optedOut()).isTrue();
  }

  @Test
  void aLookAheadOfAMailProgramOptsNobodyOut() throws Exception {
    assertThat(send(request(out()).HEAD()).body()).isEmpty();
    assertThat(send(request(out()).GET()).body()).contains("Nothing has changed so far.");
    assertThat(optedOut()).isFalse();
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndChangesNothing() throws Exception {
    HttpResponse<String> response =
        send(request(out()).POST(BodyPublishers.ofString("x".repeat(100_000))));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(optedOut()).isFalse();
  }

  @Test
  void pathsThatClimbLeadNowhere() throws Exception {
    assertThat(send(request(out().replace("/u/", "/u/../u/")).GET()).statusCode()).isEqualTo(404);
    assertThat(send(request("/u/%2e%2e%2fstyle.css").GET()).statusCode()).isEqualTo(400);
  }

  private boolean optedOut() {
    return shop.stores
        .ledgers()
        .find(PagesFixture.CUSTOMER)
        .optedOut(PagesFixture.PROGRAM, "email");
  }

  private String out() {
    return shop.path(new Unsubscribe(PagesFixture.CUSTOMER, PagesFixture.PROGRAM, "email"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
