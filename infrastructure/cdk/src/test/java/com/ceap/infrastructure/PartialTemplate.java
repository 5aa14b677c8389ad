package com.ceap.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A template without the resources of some types. Whatever refers to one of these is given a name
 * in its place: of an alias, which stands for its function, the function.
 */
final class PartialTemplate {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALIAS = "AWS::Lambda::Alias";

  private final ObjectNode template;
  private final Map<String, JsonNode> left = new TreeMap<>();

  private PartialTemplate(ObjectNode template) {
    this.template = template;
  }

  /** Without aliases in ARNs either. */
  static PartialTemplate of(Path file, Set<String> unsupported) throws IOException {
    String text = Files.readString(file).replace(":live\"", "\"");
    PartialTemplate partial = new PartialTemplate((ObjectNode) JSON.readTree(text));
    partial.leaveOut(unsupported);
    return partial;
  }

  private void leaveOut(Set<String> unsupported) {
    ObjectNode resources = (ObjectNode) template.get("Resources");
    for (String id : List.copyOf(keys(resources))) {
      if (unsupported.contains(type(resources.get(id)))) {
        left.put(id, resources.remove(id));
      }
    }
    resources.forEach(this::cutDependencies);
    resources.fieldNames().forEachRemaining(id -> resources.set(id, rewritten(resources.get(id))));
    if (template.has("Outputs")) {
      template.set("Outputs", rewritten(template.get("Outputs")));
    }
  }

  private void cutDependencies(JsonNode resource) {
    if (resource.path("DependsOn") instanceof ArrayNode on) {
      List<JsonNode> kept = new ArrayList<>();
      on.forEach(kept::add);
      kept.removeIf(id -> left.containsKey(id.asText()));
      on.removeAll().addAll(kept);
    }
  }

  private JsonNode rewritten(JsonNode node) {
    if (node instanceof ObjectNode object) {
      String referred = referred(object);
      if (left.containsKey(referred)) {
        return inPlaceOf(referred);
      }
      keys(object).forEach(key -> object.set(key, rewritten(object.get(key))));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, rewritten(array.get(i)));
      }
    }
    return node;
  }

  /** The id of the resource that a reference is to; empty where it is none. */
  private static String referred(ObjectNode node) {
    if (node.has("Ref")) {
      return node.get("Ref").asText();
    }
    return node.has("Fn::GetAtt") ? node.get("Fn::GetAtt").path(0).asText() : "";
  }

  private JsonNode inPlaceOf(String id) {
    JsonNode resource = left.get(id);
    if (type(resource).equals(ALIAS)) {
      String function = resource.at("/Properties/FunctionName/Ref").asText();
      ObjectNode arn = JSON.createObjectNode();
      arn.putArray("Fn::GetAtt").add(function).add("Arn");
      return arn;
    }
    return TextNode.valueOf("arn:aws:none:us-east-1:" + EndpointAccount.ID + ":" + id);
  }

  /** The types of what was left out. */
  Set<String> leftTypes() {
    Set<String> types = new TreeSet<>();
    left.values().forEach(resource -> types.add(type(resource)));
    return types;
  }

  /** What is still there, with its type. */
  Map<String, String> resources() {
    Map<String, String> types = new TreeMap<>();
    JsonNode resources = template.get("Resources");
    keys(resources).forEach(id -> types.put(id, type(resources.get(id))));
    return types;
  }

  String text() {
    return template.toString();
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }
}
