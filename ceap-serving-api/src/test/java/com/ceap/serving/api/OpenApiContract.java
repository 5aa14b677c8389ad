package com.ceap.serving.api;

import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Route;
import com.ceap.serving.http.Router;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds requests and answers to the OpenAPI document. */
final class OpenApiContract {
  private static final String LOCATION = "https://ceap.test/openapi.json";

  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final Map<String, JsonSchema> byPointer = new ConcurrentHashMap<>();

  OpenApiContract() {
    try {
      this.document = mapper.readTree(OpenApiDocument.bytes());
      String text = strict().toString();
      this.schemas =
          JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, text))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** Answers may grow fields for clients, but in the tests each must be documented. */
  private JsonNode strict() {
    JsonNode strict = document.deepCopy();
    Set<String> parts = parts();
    strict
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              // A part of an allOf does not know what the others add.
              if (!parts.contains("#/components/schemas/" + schema.getKey())) {
                ((ObjectNode) schema.getValue()).put("unevaluatedProperties", false);
              }
            });
    return strict;
  }

  private Set<String> parts() {
    Set<String> parts = new HashSet<>();
    for (JsonNode all : document.findValues("allOf")) {
      all.forEach(part -> parts.add(part.path("$ref").asText()));
    }
    return parts;
  }

  void check(ApiRequest request, ApiResponse response, List<Route> routes) {
    Router router = new Router(routes);
    if (!router.methods(request.path()).contains(request.method())) {
      problem(response);
      return;
    }
    String template = router.find(request.method(), request.path()).route().template();
    String operation =
        "/paths/"
            + template.replace("~", "~0").replace("/", "~1")
            + "/"
            + request.method().toLowerCase(Locale.ROOT);
    answer(operation, response);
    if (response.status() < 300 && document.at(operation).has("requestBody")) {
      valid(operation + "/requestBody/content/application~1json/schema", request.body());
    }
  }

  private void problem(ApiResponse response) {
    if (response.status() >= 400) {
      valid("/components/schemas/Problem", response.body());
    }
  }

  private void answer(String operation, ApiResponse response) {
    String pointer = operation + "/responses/" + response.status();
    JsonNode documented = document.at(pointer);
    if (documented.isMissingNode()) {
      throw new AssertionError(pointer + " is not documented: " + response.text());
    }
    String type = response.header("content-type").orElse("").split(";", 2)[0];
    boolean compressed = response.header("content-encoding").isPresent();
    if (type.endsWith("json") && !compressed) {
      String resolved =
          documented.has("$ref") ? documented.get("$ref").asText().substring(1) : pointer;
      valid(resolved + "/content/" + type.replace("/", "~1") + "/schema", response.body());
    }
  }

  private void valid(String pointer, byte[] body) {
    if (document.at(pointer).isMissingNode()) {
      throw new AssertionError(pointer + " is not documented");
    }
    JsonSchema schema =
        byPointer.computeIfAbsent(
            pointer, p -> schemas.getSchema(SchemaLocation.of(LOCATION + "#" + p)));
    try {
      Set<String> faults =
          schema.validate(mapper.readTree(body)).stream()
              .map(Object::toString)
              .collect(Collectors.toSet());
      if (!faults.isEmpty()) {
        throw new AssertionError(pointer + ": " + faults);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(pointer, e);
    }
  }
}
