package com.ceap.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.client.api.AboutApi;
import com.ceap.client.api.CandidatesApi;
import com.ceap.client.api.EventsApi;
import com.ceap.client.api.PrivacyApi;
import com.ceap.client.model.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both clients know every operation that is for programs, and bear with what they do not know. */
final class ClientsIT {
  private static final String DOCUMENT = "/com/ceap/serving/api/openapi.json";

  @TempDir private Path app;

  @Test
  void theJavaClientHasEveryOperation() throws Exception {
    Set<String> methods =
        Stream.of(AboutApi.class, CandidatesApi.class, EventsApi.class, PrivacyApi.class)
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toSet());

    assertThat(methods).containsAll(operations());
  }

  @Test
  void theJavaScriptClientHasEveryOperationAndNoOther() throws Exception {
    Node node = Node.require();
    Node.install(app);
    Path script = app.resolve("operations.js");
    Files.writeString(
        script,
        """
        import { ServingClient } from 'ceap-serving-client';
        console.log(Object.getOwnPropertyNames(ServingClient.prototype).join(' '));
        """);

    Node.Ended ended = node.run(app, Map.of(), script.toString());

    Set<String> expected = operations();
    expected.add("constructor");
    assertThat(ended.output().strip().split(" ")).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theTypesOfTheJavaScriptClientNameEverySchema() throws Exception {
    String types = Files.readString(Path.of("target/javascript/index.d.ts"));

    JsonNode schemas = document().at("/components/schemas");
    assertThat(schemas.size()).isPositive();
    schemas
        .fieldNames()
        .forEachRemaining(
            schema ->
                assertThat(types).containsPattern("export (interface|type) " + schema + "\\b"));
  }

  @Test
  void whatTheApiLearnsLaterBreaksNoJavaClient() throws Exception {
    String later =
        """
        {"type": "urn:problem-type:ceap:of-tomorrow", "title": "T", "status": 400, "detail": "d",
         "requestId": "r", "since": "tomorrow"}
        """;

    Problem problem = ApiClient.createDefaultObjectMapper().readValue(later, Problem.class);

    assertThat(problem.getType()).isEqualTo(Problem.TypeEnum.UNKNOWN_DEFAULT_OPEN_API);
    assertThat(problem.getDetail()).isEqualTo("d");
  }

  private static Set<String> operations() throws Exception {
    Set<String> ids = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
      if (isForPrograms(path.getKey())) {
        path.getValue().findValues("operationId").forEach(id -> ids.add(id.asText()));
      }
    }
    assertThat(ids).hasSizeGreaterThan(10);
    return ids;
  }

  /** The other paths are behind links and pictures of messages, and the document itself. */
  private static boolean isForPrograms(String path) {
    return !path.matches("/[uop]/.*") && !path.equals("/openapi.json");
  }

  private static JsonNode document() throws Exception {
    try (InputStream in = ClientsIT.class.getResourceAsStream(DOCUMENT)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
