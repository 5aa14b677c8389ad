package com.ceap.docs;

import com.fasterxml.jackson.databind.JsonNode;

/** A state machine's definition as a Mermaid diagram. */
final class StateDiagram {
  private final StringBuilder text = new StringBuilder("stateDiagram-v2\n");

  private StateDiagram() {}

  static String of(JsonNode definition) {
    StateDiagram diagram = new StateDiagram();
    diagram.machine(definition, "  ");
    return diagram.text.toString();
  }

  private void machine(JsonNode machine, String indent) {
    line(indent, "[*]", machine.path("StartAt").asText(), "");
    machine.path("States").properties().forEach(s -> state(s.getKey(), s.getValue(), indent));
  }

  private void state(String name, JsonNode state, String indent) {
    switch (state.path("Type").asText()) {
      case "Map" -> {
        text.append(indent).append("state ").append(name).append(" {\n");
        machine(state.path("ItemProcessor"), indent + "  ");
        text.append(indent).append("}\n");
      }
      case "Choice" -> choices(name, state, indent);
      default -> {
        // A task is its transitions.
      }
    }
    if (state.path("End").asBoolean()) {
      line(indent, name, "[*]", "");
    }
    if (state.has("Next")) {
      line(indent, name, state.path("Next").asText(), "");
    }
    state
        .path("Catch")
        .forEach(caught -> line(indent, name, caught.path("Next").asText(), "any error"));
  }

  private void choices(String name, JsonNode state, String indent) {
    text.append(indent).append("state ").append(name).append(" <<choice>>\n");
    for (JsonNode choice : state.path("Choices")) {
      line(indent, name, choice.path("Next").asText(), condition(choice));
    }
    line(indent, name, state.path("Default").asText(), "");
  }

  private static String condition(JsonNode choice) {
    String variable = choice.path("Variable").asText().replaceFirst("^\\$\\.", "");
    JsonNode value =
        choice.has("BooleanEquals") ? choice.path("BooleanEquals") : choice.path("NumericEquals");
    return variable + " is " + value.asText();
  }

  private void line(String indent, String from, String to, String label) {
    text.append(indent).append(from).append(" --> ").append(to);
    text.append(label.isEmpty() ? "" : ": " + label).append('\n');
  }
}
