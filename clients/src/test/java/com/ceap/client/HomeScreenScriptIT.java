package com.ceap.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JavaScript example, over the generated client, against the real API. */
final class HomeScreenScriptIT {
  private static final Path SCRIPTS = Path.of("src/test/javascript");

  private final Shop shop = new Shop();
  private final Shop closed = new Shop();
  private LoopbackApi api;
  private LoopbackApi down;
  private HttpServer gateway;

  @TempDir private Path app;

  @BeforeEach
  void open() throws IOException {
    api = new LoopbackApi(shop.api());
    down = new LoopbackApi(closed.api());
    gateway = gateway();
    shop.recommend("C1", "P1", 0.4);
    shop.recommend("C1", "P2", 0.9);
    shop.recommend("C3", "P1", 0.4);
    shop.recommend("C/1 ?#&=+%;é", "P1", 0.4);
    closed.outage().begin();
  }

  @AfterEach
  void close() {
    api.close();
    down.close();
    gateway.stop(0);
    shop.close();
    closed.close();
  }

  @Test
  void itDoesWhatTheJavaExampleDoes() throws Exception {
    Node node = Node.require();
    Node.install(app);
    for (String script : new String[] {"home-screen.js", "home-screen.test.js"}) {
      Files.copy(SCRIPTS.resolve(script), app.resolve(script));
    }
    Map<String, String> urls =
        Map.of(
            "CEAP_URL", api.url(),
            "CEAP_DOWN_URL", down.url(),
            "GATEWAY_URL", url(gateway),
            "NOBODY_URL", nobody());

    Node.Ended ended = node.run(app, urls, "--test", "--test-reporter=tap", "home-screen.test.js");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("# pass 13", "# fail 0");
    assertThat(shop.answered(201)).as("clicks recorded").isEqualTo(1);
  }

  /** What API Gateway answers before the function is asked. */
  private static HttpServer gateway() throws IOException {
    HttpServer server = loopback();
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"message\":\"Forbidden\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(403, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** A port that was free a moment ago. */
  private static String nobody() throws IOException {
    HttpServer server = loopback();
    String url = url(server);
    server.stop(0);
    return url;
  }

  private static HttpServer loopback() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
