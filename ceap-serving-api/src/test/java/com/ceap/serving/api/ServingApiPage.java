package com.ceap.serving.api;

import com.ceap.serving.http.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Writes the reference page of the API from its OpenAPI document. */
final class ServingApiPage {
  private static final String HEAD =
      """
      # Serving API

      Apps ask what a customer may be shown, and report what the customer does with it. This page is written from the
      [OpenAPI document](../../ceap-serving-api/src/main/resources/com/ceap/serving/api/openapi.json), which the API serves
      at `/openapi.json`; tests hold the document to the routes, and every answer of the tests to the document.

      ## What may be shown

      A candidate is left out, whoever asks, where one of these holds:

      | it | because |
      |---|---|
      | is another customer's, or of another marketplace | One query reads one customer; an answer has one marketplace. |
      | has expired | Reads go by the item's time; the store may delete it days later. |
      | was dismissed, consumed or converted, or its journey has ended | Its outcome, or an exit in the customer's ledger, says so. |
      | is about something bought since it was decided | The ledger has the purchase. |
      | has no channel left | The customer opted out of the channel, its type, the program or everything; the kind of channel is suppressed; the program has closed it or runs it in shadow mode, or is itself disabled or unknown. |
      | is stale and would not be decided so again | After three days the program's own filters are asked once more, on the ledger, the catalogue and the profile as they are now; caps of messages do not count. What they turn away is marked as expired. |

      What is left is ranked by score, then the newest first, then in a fixed order. A section whose program asks for
      `ranking: personalised` weighs each score by what the customer did with its category: for each candidate of the
      category that was consumed or converted a tenth more, for each that was dismissed a tenth less, three at most.
      `maxPerCategory` and `maxProducts` of the section hold, then `limit`. Where an experiment gave the customer another
      model (the candidate's attribute `treatment` names it), that model's score is the one that counts.

      ## What an answer costs

      | look-up | calls to the store |
      |---|---|
      | ledger, candidates and outcomes of the customer | one query, read consistently, so that an opt-out holds from the moment it was answered; never cached |
      | titles, images, prices, links | none while the function remembers the products, up to five minutes; one batch for the rest |
      | stale candidates | none while the last check holds, five minutes; else one batch of products and one of profiles, for all candidates and customers of the answer |

      The shares of look-ups that needed no call are counted as they are: hits and misses of `products` and `verdicts`.
      While the catalogue, the profiles or the history do not answer, the last verdict stands in, `degraded` is true and
      nothing of the answer may be kept; what has failed is left alone for five seconds, so that an outage does not slow
      down every answer. Consent has no stand-in: without it the answer is a 503.

      ## Identity

      `/v1` takes a JWT: it is good for the customer of its `sub`, with the service scope for every customer. `/svc/v1`
      takes requests that are signed for IAM. Who may not ask is told so before anything is read, so that the answer says
      nothing about what exists. HTTP APIs of API Gateway decode paths before they hand them over: there an id with a slash
      finds no route and is answered with 404; the API itself serves it.

      """;

  private final JsonNode document;
  private final Map<String, JsonNode> sharedByStatus = new TreeMap<>();

  ServingApiPage(JsonNode document) {
    this.document = document;
  }

  String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("## Routes\n");
    for (JsonNode tag : document.get("tags")) {
      page.append("\n### ").append(text(tag, "name")).append("\n");
      routes(text(tag, "name"), page);
    }
    sharedAnswers(page);
    page.append("\n## Schemas\n");
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      schema(schema.getKey(), schema.getValue(), page);
    }
    return page.toString();
  }

  private void routes(String tag, StringBuilder page) {
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().get("tags").get(0).asText().equals(tag)) {
          route(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), page);
        }
      }
    }
  }

  private void route(String method, String path, JsonNode operation, StringBuilder page) {
    page.append("\n#### ").append(method).append(" ").append(path).append("\n\n");
    page.append(text(operation, "summary")).append(". ").append(text(operation, "description"));
    page.append(" ").append(callers(operation)).append("\n");
    if (operation.has("parameters")) {
      page.append("\n| parameter | in | type | default | meaning |\n|---|---|---|---|---|\n");
      operation.get("parameters").forEach(ref -> parameter(resolve(ref), page));
    }
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    if (!body.isMissingNode()) {
      page.append("\nBody: ").append(type(body)).append(".\n");
    }
    page.append("\n| status | answer |\n|---|---|\n");
    StringJoiner shared = new StringJoiner(", ");
    for (Map.Entry<String, JsonNode> answer : operation.get("responses").properties()) {
      if (answer.getValue().has("$ref")) {
        shared.add(answer.getKey());
        sharedByStatus.put(answer.getKey(), resolve(answer.getValue()));
      } else {
        answer(answer.getKey(), answer.getValue(), page);
      }
    }
    page.append("\n[Also](#shared-answers) ").append(shared).append(".\n");
  }

  private void sharedAnswers(StringBuilder page) {
    page.append("\n## Shared answers\n\n| status | answer |\n|---|---|\n");
    sharedByStatus.forEach((status, answer) -> row(page, status, text(answer, "description")));
    page.append(
        "\n## Problems\n\nEvery error is a [Problem](#problem) (RFC 9457) of one of these types.\n");
    page.append("\n| type | status | title |\n|---|---|---|\n");
    for (ProblemType type : ProblemType.values()) {
      row(page, "`" + type.uri() + "`", Integer.toString(type.status()), type.title());
    }
  }

  private static String callers(JsonNode operation) {
    if (operation.get("security").isEmpty()) {
      return "Public.";
    }
    return operation.get("security").get(0).has("jwt") ? "Takes a JWT." : "Takes IAM.";
  }

  private void parameter(JsonNode parameter, StringBuilder page) {
    JsonNode schema = parameter.get("schema");
    row(
        page,
        "`" + text(parameter, "name") + "`",
        text(parameter, "in"),
        type(schema),
        schema.has("default") ? "`" + schema.get("default").asText() + "`" : "",
        text(parameter, "description"));
  }

  private void answer(String status, JsonNode answer, StringBuilder page) {
    JsonNode schema = answer.at("/content/application~1json/schema");
    String body = schema.has("$ref") ? type(schema) + ". " : "";
    row(page, status, body + text(answer, "description"));
  }

  private void schema(String name, JsonNode schema, StringBuilder page) {
    page.append("\n### ").append(name).append("\n\n");
    if (schema.has("enum")) {
      page.append(text(schema, "description")).append(" ").append(type(schema)).append(".\n");
      return;
    }
    List<String> parts = new ArrayList<>();
    schema.path("allOf").forEach(part -> parts.add(part.has("$ref") ? type(part) : ""));
    parts.removeIf(String::isEmpty);
    if (!parts.isEmpty()) {
      page.append("The fields of ").append(String.join(" and ", parts));
      page.append(schema.at("/allOf/0").has("properties") ? ", and these:\n\n" : ".\n");
    } else {
      page.append(text(schema, "description")).append("\n\n");
    }
    JsonNode object = schema.has("properties") ? schema : schema.at("/allOf/0");
    if (object.has("properties")) {
      page.append("| field | type | always | meaning |\n|---|---|---|---|\n");
      fields("", object, page);
    }
  }

  private void fields(String prefix, JsonNode object, StringBuilder page) {
    List<String> required = new ArrayList<>();
    object.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> field : object.get("properties").properties()) {
      String name = prefix + field.getKey();
      JsonNode schema = field.getValue();
      row(
          page,
          "`" + name + "`",
          type(schema),
          required.contains(field.getKey()) ? "yes" : "",
          text(schema, "description"));
      if (schema.has("properties")) {
        fields(name + ".", schema, page);
      } else if (schema.path("items").has("properties")) {
        fields(name + "[].", schema.get("items"), page);
      }
    }
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asText().substring("#/components/schemas/".length());
      return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }
    if (schema.has("enum")) {
      StringJoiner values = new StringJoiner("`, `", "`", "`");
      schema.get("enum").forEach(value -> values.add(value.asText()));
      return values.toString();
    }
    return switch (text(schema, "type")) {
      case "array" -> "list of " + type(schema.get("items")) + size(schema);
      case "string" -> "text" + length(schema);
      case "integer" -> "whole number" + range(schema);
      case "number" -> "number" + range(schema);
      case "boolean" -> "true or false";
      case "object" -> "object";
      case String other -> throw new IllegalStateException("no words for type '" + other + "'");
    };
  }

  private static String length(JsonNode schema) {
    String format = schema.has("format") ? ", " + text(schema, "format") : "";
    return (schema.has("maxLength") ? ", 1 to " + text(schema, "maxLength") : "") + format;
  }

  private static String size(JsonNode schema) {
    return schema.has("maxItems") ? ", 1 to " + text(schema, "maxItems") : "";
  }

  private static String range(JsonNode schema) {
    if (schema.has("maximum")) {
      return ", " + text(schema, "minimum") + " to " + text(schema, "maximum");
    }
    return schema.has("minimum") ? ", at least " + text(schema, "minimum") : "";
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static void row(StringBuilder page, String... cells) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
    for (String cell : cells) {
      row.add(cell.replace("|", "\\|"));
    }
    page.append(row);
  }
}
