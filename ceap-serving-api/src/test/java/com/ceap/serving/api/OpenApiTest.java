package com.ceap.serving.api;

import static com.ceap.serving.api.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.serving.http.Access;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.serving.http.Parameter;
import com.ceap.serving.http.ProblemType;
import com.ceap.serving.http.Route;
import com.ceap.serving.metrics.Degradation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI document to the router, parameter by parameter and limit by limit. */
class OpenApiTest {
  private final World world = new World();
  private final JsonNode document = new OpenApiContract().document();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theDocumentIsServedAsItIs() {
    ApiResponse answer = world.get(Caller.ANONYMOUS, "/openapi.json");
    assertThat(json(answer)).isEqualTo(document);
    assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
  }

  @Test
  void everyRouteIsInTheDocumentAndNoOther() {
    TreeSet<String> documented = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    List<String> routed =
        world.api.routes().stream().map(r -> r.method() + " " + r.template()).toList();
    assertThat(documented).containsExactlyInAnyOrderElementsOf(routed);
  }

  @Test
  void everyParameterHasTheLimitsOfTheDocument() {
    for (Route route : world.api.routes()) {
      Map<String, JsonNode> documented = new LinkedHashMap<>();
      operation(route)
          .path("parameters")
          .forEach(
              ref -> {
                JsonNode parameter = document.at(ref.get("$ref").asText().substring(1));
                if (!parameter.get("in").asText().equals("header")) {
                  documented.put(parameter.get("name").asText(), parameter);
                }
              });
      List<Parameter<?>> declared =
          Stream.concat(route.path().stream(), route.query().stream()).toList();
      assertThat(documented.keySet())
          .as(route.template())
          .containsExactlyElementsOf(declared.stream().map(Parameter::name).toList());
      for (Parameter<?> parameter : declared) {
        JsonNode described = documented.get(parameter.name());
        assertThat(described.get("schema")).as(parameter.name()).isEqualTo(schema(parameter));
        assertThat(described.get("in").asText())
            .isEqualTo(route.path().contains(parameter) ? "path" : "query");
      }
    }
  }

  private JsonNode schema(Parameter<?> parameter) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    switch (parameter) {
      case Parameter.Text text ->
          schema.put("type", "string").put("minLength", 1).put("maxLength", text.most());
      case Parameter.Whole whole ->
          schema
              .put("type", "integer")
              .put("minimum", whole.min())
              .put("maximum", whole.max())
              .put("default", whole.preset());
      case Parameter.Decimal decimal ->
          schema
              .put("type", "number")
              .put("minimum", (int) decimal.min())
              .put("maximum", (int) decimal.max())
              .put("default", (int) decimal.preset());
      case Parameter.Flag _ -> schema.put("type", "boolean").put("default", false);
      case Parameter.Day _ -> schema.put("type", "string").put("format", "date");
    }
    return schema;
  }

  @Test
  void whoMayCallIsInTheDocument() {
    for (Route route : world.api.routes()) {
      List<String> schemes = new ArrayList<>();
      operation(route).get("security").forEach(s -> s.fieldNames().forEachRemaining(schemes::add));
      List<String> expected =
          switch (route.access()) {
            case Access.Everybody _ -> List.of();
            case Access.Services _ -> List.of("iam");
            case Access.OwnerOnly _ -> List.of("jwt");
          };
      assertThat(schemes).as(route.template()).isEqualTo(expected);
    }
  }

  @Test
  void problemsAndDegradationsAreThoseOfTheCode() {
    assertThat(document.at("/components/schemas/Problem/properties/type/enum"))
        .map(JsonNode::asText)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::uri).toList());
    assertThat(document.at("/components/schemas/Degradation/enum"))
        .map(JsonNode::asText)
        .containsExactlyElementsOf(Arrays.stream(Degradation.values()).map(Enum::name).toList());
  }

  @Test
  void everyReferenceLeadsSomewhereAndNothingIsLeftOver() {
    TreeSet<String> named = new TreeSet<>();
    document.findValues("$ref").forEach(ref -> named.add(ref.asText().substring(1)));
    assertThat(named).allSatisfy(p -> assertThat(document.at(p).isMissingNode()).as(p).isFalse());
    TreeSet<String> there = new TreeSet<>();
    for (String kind : List.of("parameters", "responses", "schemas")) {
      document
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> there.add("/components/" + kind + "/" + name));
    }
    assertThat(there).isEqualTo(named);
  }

  private JsonNode operation(Route route) {
    return document.get("paths").get(route.template()).get(route.method().toLowerCase(Locale.ROOT));
  }
}
