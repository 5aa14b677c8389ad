package com.ceap.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.ProjectRoot;
import com.ceap.channels.link.LinkTarget.Unsubscribe;
import com.ceap.channels.spi.Composing;
import com.ceap.local.clock.MovedClock;
import com.ceap.local.http.LoopbackServer;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.serving.http.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers, mail programs and apps meet on the platform's port. */
final class PlatformWebIT {
  private static final String PROGRAM = "abandoned-cart-recovery";

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock();
  private LocalPlatform platform;
  private LocalReactive reactive;
  private LoopbackServer server;
  private Composing composing;
  private HttpClient client;

  @BeforeEach
  void start() {
    Path home = ProjectRoot.find();
    platform = LocalPlatform.open(folder, StoreKind.EMBEDDED, home, clock);
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    var _ = new ProgramPublisher(platform.objects(), loader).publish(home.resolve("programs"));
    reactive = new LocalReactive(platform);
    server = LoopbackServer.bind(0, "--port");
    composing =
        LocalMessages.composing(platform, home.resolve("programs"), URI.create(server.url()));
    client = HttpClient.newHttpClient();
  }

  private void serve(boolean authenticated) {
    new PlatformWeb(platform, reactive, composing, authenticated, () -> {}).serveOn(server).start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    platform.close();
  }

  @Test
  void aMailProgramsOneClickOptsOutWithoutARedirect() throws Exception {
    serve(true);

    HttpResponse<String> response =
        send(
            request(wayOut())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(optedOut()).isTrue();
    assertThat(send(request(wayOut()).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(200);
  }

  @Test
  void lookingAtTheWayOutOptsNobodyOut() throws Exception {
    serve(true);

    HttpResponse<String> page = send(request(wayOut()).GET());

    assertThat(page.body()).contains("Abandoned Cart Recovery", "<form method=\"post\">");
    assertThat(page.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(optedOut()).isFalse();
  }

  @Test
  void aLinkThatWasTamperedWithSaysSoAndChangesNothing() throws Exception {
    serve(true);
    String tampered = wayOut().substring(0, wayOut().length() - 4) + "AAAA";

    HttpResponse<String> page =
        send(
            request(tampered)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("This link does not work");
    assertThat(optedOut()).isFalse();
  }

  @Test
  void aCustomersTokenReadsThatCustomerOnly() throws Exception {
    serve(true);
    String token = token("C1", Set.of());

    assertThat(candidates("C1", token)).isEqualTo(200);
    assertThat(candidates("C2", token)).isEqualTo(403);
    assertThat(status("/svc/v1/programs/" + PROGRAM + "/channels/email/candidates", token))
        .isEqualTo(403);
  }

  @Test
  void aServicesTokenReadsEverything() throws Exception {
    serve(true);
    String token = token("service", Set.of(PlatformWeb.SERVICE_SCOPE));

    assertThat(candidates("C1", token)).isEqualTo(200);
    assertThat(status("/svc/v1/programs/" + PROGRAM + "/channels/email/candidates", token))
        .isEqualTo(200);
  }

  @Test
  void withoutATokenThatIsGoodNothingIsRead() throws Exception {
    serve(true);
    String token = token("C1", Set.of());

    assertThat(send(request(path("C1")).GET()).statusCode()).isEqualTo(401);
    assertThat(candidates("C1", token + "x")).isEqualTo(401);
    clock.advance(Duration.ofHours(1));
    assertThat(candidates("C1", token)).isEqualTo(401);
    assertThat(send(request("/openapi.json").GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutAuthenticationEverybodyReadsEverything() throws Exception {
    serve(false);

    assertThat(send(request(path("C1")).GET()).statusCode()).isEqualTo(200);
    assertThat(
            send(request("/svc/v1/programs/" + PROGRAM + "/channels/email/candidates").GET())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyOfTenMegabytesIsRefused() throws Exception {
    serve(false);

    HttpResponse<String> response =
        send(
            request("/svc/v1/candidates/batch-get")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("x".repeat(10_000_000))));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsNoPageIsNotFound() throws Exception {
    serve(true);

    assertThat(send(request("/").GET()).statusCode()).isEqualTo(404);
    assertThat(send(request("/c/none").GET()).statusCode()).isEqualTo(400);
    assertThat(send(request("/health").GET()).body()).contains("\"status\":\"ok\"");
    assertThat(send(request("/style.css").GET()).body()).contains("body {");
    assertThat(send(request("/v1/customers/C%2F1/candidates").GET()).statusCode()).isEqualTo(401);
  }

  @Test
  void secretsAreReadByTheirOwnerAlone() throws Exception {
    serve(true);
    token("C1", Set.of());

    for (Path secret : Set.of(platform.data().tokenKey(), platform.data().cursorKey())) {
      assertThat(Files.getPosixFilePermissions(secret))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private boolean optedOut() {
    return platform.stores().ledgers().find("C1").optedOut(PROGRAM, "email");
  }

  private String wayOut() {
    return URI.create(composing.links().url(new Unsubscribe("C1", PROGRAM, "email"))).getRawPath();
  }

  private String token(String subject, Set<String> scopes) {
    return PlatformWeb.tokens(platform)
        .sign(new Caller.Token(subject, scopes), clock.instant(), Duration.ofHours(1));
  }

  private static String path(String customer) {
    return "/v1/customers/" + customer + "/candidates";
  }

  private int candidates(String customer, String token) throws Exception {
    return status(path(customer), token);
  }

  private int status(String path, String token) throws Exception {
    return send(request(path).header("Authorization", "Bearer " + token).GET()).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
