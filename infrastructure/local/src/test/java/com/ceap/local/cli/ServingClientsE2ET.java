package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ceap.architecture.ProjectRoot;
import com.ceap.client.ApiClient;
import com.ceap.client.ApiException;
import com.ceap.client.api.CandidatesApi;
import com.ceap.client.api.CandidatesApi.APIGetCandidatesForChannelRequest;
import com.ceap.client.api.CandidatesApi.APIGetCandidatesForCustomerRequest;
import com.ceap.client.api.EventsApi;
import com.ceap.client.api.PrivacyApi;
import com.ceap.client.model.Candidate;
import com.ceap.client.model.ChannelPage;
import com.ceap.client.model.Consent;
import com.ceap.client.model.ConsentChange;
import com.ceap.client.model.ConsentChangeConsentsInner;
import com.ceap.client.model.ConsentOptOutsInner;
import com.ceap.client.model.Event;
import com.ceap.client.model.Problem;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.Attributes;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.RunStamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The generated clients against a {@code ./ceap up}, with tokens of {@code ./ceap token}. */
@Timeout(180)
final class ServingClientsE2ET {
  private static final String PROGRAM = "product-recommendations";
  private static final int CUSTOMERS = 25;
  private static final Path CLIENTS = Path.of("../../clients");

  @TempDir private Path folder;
  private final Instant now = InstantSource.system().instant();
  private Path data;
  private RunningPlatform platform;

  @BeforeEach
  void start() {
    data = folder.resolve("data");
    try (LocalPlatform store =
        LocalPlatform.open(data, StoreKind.EMBEDDED, ProjectRoot.find(), () -> now)) {
      List<ScoredCandidate> decisions = new ArrayList<>();
      IntStream.range(0, CUSTOMERS).forEach(i -> decisions.add(decision("C" + i, "P1", 0.7)));
      decisions.add(decision("C1", "P2", 0.9));
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      RunStamp run = new RunStamp("run-1", today, now, Duration.ofDays(7));
      store.stores().candidates().storeAll(run, decisions);
    }
    platform = RunningPlatform.start(data);
  }

  @AfterEach
  void end() {
    platform.close();
  }

  private ScoredCandidate decision(String customer, String product, double score) {
    CandidateKey key = new CandidateKey(customer, PROGRAM, "US", new Subject("product", product));
    com.ceap.model.Candidate candidate =
        new com.ceap.model.Candidate(key, Context.EMPTY, Attributes.EMPTY, List.of("in-app"), now);
    return new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), score, OptionalInt.empty());
  }

  private String token(String... whose) {
    List<String> command = new ArrayList<>(List.of("token", "--data", data.toString()));
    command.addAll(Arrays.asList(whose));
    CommandRun run = CommandRun.at(now, command.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out().strip();
  }

  private String url() {
    String url = platform.pages().toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private ApiClient client(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(url());
    client.setRequestInterceptor(
        request ->
            request.header("Authorization", "Bearer " + token).header("Accept-Encoding", "gzip"));
    return client;
  }

  private static List<Candidate> shown(ApiClient client, String customer) throws ApiException {
    return new CandidatesApi(client)
        .getCandidatesForCustomer(
            APIGetCandidatesForCustomerRequest.newBuilder()
                .customerId(customer)
                .channel("in-app")
                .build())
        .getCandidates();
  }

  @Test
  void aCustomersTokenShowsTheirCandidatesTakesTheirEventsAndTheirConsent() throws Exception {
    ApiClient client = client(token("--customer", "C1"));

    List<Candidate> shown = shown(client, "C1");
    assertThat(shown).extracting(c -> c.getSubject().getId()).containsExactly("P2", "P1");
    Event event = new Event().type(Event.TypeEnum.IMPRESSION);
    assertThat(
            new EventsApi(client)
                .reportEvent(shown.getFirst().getCandidateId(), "seen-1", event)
                .getRecordedAt())
        .isNotNull();

    PrivacyApi privacy = new PrivacyApi(client);
    ConsentChange out =
        new ConsentChange()
            .addConsentsItem(
                new ConsentChangeConsentsInner().program(PROGRAM).channel("in-app").optedOut(true));
    Consent consent = privacy.putConsent("C1", out);
    assertThat(consent.getOptOuts())
        .containsExactly(new ConsentOptOutsInner().program(PROGRAM).channel("in-app"));
    assertThat(privacy.getConsent("C1")).isEqualTo(consent);
    assertThat(shown(client, "C1")).isEmpty();

    out.getConsents().getFirst().optedOut(false);
    assertThat(privacy.putConsent("C1", out).getOptOuts()).isEmpty();
    assertThat(shown(client, "C1")).hasSize(2);
    assertThat(privacy.eraseCustomer("C1").getDeleted().getEvents()).isEqualTo(1);
    assertThat(shown(client, "C1")).isEmpty();
  }

  @Test
  void aServicesTokenPagesThroughAProgramByCursorAndMissesNobody() throws Exception {
    CandidatesApi api = new CandidatesApi(client(token("--service")));
    List<String> customers = new ArrayList<>();
    String cursor = null;
    do {
      ChannelPage page =
          api.getCandidatesForChannel(
              APIGetCandidatesForChannelRequest.newBuilder()
                  .programId(PROGRAM)
                  .channelId("in-app")
                  .limit(10)
                  .cursor(cursor)
                  .build());
      page.getCandidates().forEach(candidate -> customers.add(candidate.getCustomerId()));
      cursor = page.getNextCursor();
    } while (cursor != null);

    assertThat(customers.getFirst()).as("the best score").isEqualTo("C1");
    assertThat(customers).hasSize(CUSTOMERS + 1);
    assertThat(customers.stream().distinct()).hasSize(CUSTOMERS);
  }

  @Test
  void whatIsNotTheirsIsRefusedWithAProblem() {
    ApiClient client = client(token("--customer", "C2"));

    assertThatThrownBy(() -> shown(client, "C1"))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertForbidden(failure, "C2's token"));
    assertThatThrownBy(
            () ->
                new CandidatesApi(client)
                    .getCandidatesForChannel(
                        APIGetCandidatesForChannelRequest.newBuilder()
                            .programId(PROGRAM)
                            .channelId("in-app")
                            .build()))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertForbidden(failure, "a service's route"));
  }

  private static void assertForbidden(ApiException failure, String what) {
    assertThat(failure.getCode()).as(what).isEqualTo(403);
    assertThat(failure.getResponseHeaders().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    Problem problem = problem(failure);
    assertThat(problem.getStatus()).isEqualTo(403);
    assertThat(problem.getDetail()).isNotBlank();
    assertThat(problem.getRequestId()).isNotBlank();
  }

  private static Problem problem(ApiException failure) {
    try {
      return ApiClient.createDefaultObjectMapper()
          .readValue(failure.getResponseBody(), Problem.class);
    } catch (IOException e) {
      throw new AssertionError("no problem: " + failure.getResponseBody(), e);
    }
  }

  @Test
  void theJavaScriptExampleRunsAgainstIt() throws Exception {
    Path app = Files.createDirectories(folder.resolve("app/node_modules/ceap-serving-client"));
    for (String file : List.of("package.json", "index.js", "index.d.ts", "exchange.js")) {
      Files.copy(CLIENTS.resolve("target/javascript").resolve(file), app.resolve(file));
    }
    Path root = folder.resolve("app");
    Files.writeString(root.resolve("package.json"), "{\"type\": \"module\"}");
    Files.copy(
        CLIENTS.resolve("src/test/javascript/home-screen.js"), root.resolve("home-screen.js"));
    Files.writeString(root.resolve("run.js"), SCRIPT);

    ProcessBuilder node = new ProcessBuilder("node", "run.js").directory(root.toFile());
    node.environment().put("CEAP_URL", url());
    node.environment().put("CUSTOMER_TOKEN", token("--customer", "C1"));
    node.environment().put("SERVICE_TOKEN", token("--service"));
    Process process = started(node.redirectErrorStream(true));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .isEqualTo(
            """
            shown P2 P1
            clicked click
            opted out of product-recommendations in-app
            shown nothing
            paged 26
            refused 403 urn:problem-type:ceap:forbidden
            """);
  }

  private static Process started(ProcessBuilder node) {
    try {
      return node.start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: node is not on the PATH");
      throw new AssertionError(e);
    }
  }

  private static final String SCRIPT =
      """
      import { ServingClient } from 'ceap-serving-client';
      import { HomeScreen } from './home-screen.js';

      const { CEAP_URL, CUSTOMER_TOKEN, SERVICE_TOKEN } = process.env;
      const program = 'product-recommendations';
      const screen = new HomeScreen(CEAP_URL, () => CUSTOMER_TOKEN);
      const ids = (candidates) => candidates.map((c) => c.subject.id).join(' ') || 'nothing';

      const shown = await screen.shownTo('C1', 10);
      console.log('shown', ids(shown));
      console.log('clicked', (await screen.clicked(shown[0].candidateId, 'click-1')).type);

      const mine = new ServingClient({ baseUrl: CEAP_URL, token: CUSTOMER_TOKEN });
      const { optOuts } = await mine.putConsent({
        customerId: 'C1',
        consentChange: { consents: [{ program, channel: 'in-app', optedOut: true }] },
      });
      console.log('opted out of', optOuts[0].program, optOuts[0].channel);
      console.log('shown', ids(await screen.shownTo('C1', 10)));
      await mine.putConsent({
        customerId: 'C1',
        consentChange: { consents: [{ program, channel: 'in-app', optedOut: false }] },
      });

      const service = new ServingClient({ baseUrl: CEAP_URL, token: SERVICE_TOKEN });
      let paged = 0;
      let cursor;
      do {
        const page = await service.getCandidatesForChannel({
          programId: program, channelId: 'in-app', limit: 10, cursor,
        });
        paged += page.candidates.length;
        cursor = page.nextCursor;
      } while (cursor);
      console.log('paged', paged);

      await mine.getCandidatesForCustomer({ customerId: 'C2' }).catch((error) =>
        console.log('refused', error.status, error.problem.type));
      """;
}
