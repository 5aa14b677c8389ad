package com.ceap.serving.http;

import com.ceap.serving.http.Fault.Place;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a JSON object field by field and keeps every fault, so that the caller learns of all of
 * them at once. One instance reads one object.
 */
public final class JsonBody {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode object;
  private final String pointer;
  private final List<Fault> faults;
  private final Set<String> known = new HashSet<>();

  private JsonBody(ObjectNode object, String pointer, List<Fault> faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /**
   * Reads a request's body.
   *
   * @param reader takes the fields; what it answers counts only where there was no fault
   * @throws ProblemException UNSUPPORTED_MEDIA_TYPE, or INVALID_REQUEST naming every fault
   */
  public static <T> T read(ApiRequest request, Function<JsonBody, T> reader) {
    String type = request.header("content-type").orElse("none").split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase(Reply.JSON)) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "content-type must be application/json, was " + TextRule.shown(type));
    }
    JsonBody body = new JsonBody(parse(request.body()), "", new ArrayList<>());
    T read = body.part(reader);
    if (!body.faults.isEmpty()) {
      throw ProblemException.invalid(body.faults);
    }
    return read;
  }

  private static ObjectNode parse(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw ProblemException.invalid(Place.BODY, "", "the body must be a JSON object");
    } catch (JsonProcessingException e) {
      String at =
          e.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw ProblemException.invalid(Place.BODY, "", "the body is no JSON" + at);
    } catch (IOException e) {
      throw new UncheckedIOException("an array gives every byte", e);
    }
  }

  private <T> T part(Function<JsonBody, T> reader) {
    T read = reader.apply(this);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(
                    name,
                    "there is no field '%s', only %s"
                        .formatted(TextRule.shown(name), sorted(known)));
              }
            });
    return read;
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  /** Names a fault of a field. */
  public void fault(String name, String detail) {
    faults.add(new Fault(Place.BODY, at(name), detail));
  }

  private String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private Optional<JsonNode> find(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  /** A text that must be there; some text where it is not, since the fault is known. */
  public String text(String name, int most) {
    return required(name, findText(name, most), "");
  }

  public Optional<String> findText(String name, int most) {
    return find(name).flatMap(node -> text(name, at(name), node, most));
  }

  private Optional<String> text(String label, String at, JsonNode node, int most) {
    if (!node.isTextual()) {
      faults.add(new Fault(Place.BODY, at, label + " must be text"));
      return Optional.empty();
    }
    try {
      return Optional.of(TextRule.check(label, node.textValue(), most));
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(Place.BODY, at, e.getMessage()));
      return Optional.empty();
    }
  }

  /** A flag that must be there. */
  public boolean flag(String name) {
    Optional<JsonNode> node = find(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      fault(name, "%s must be true or false".formatted(name));
    }
    return required(name, node.map(JsonNode::booleanValue), false);
  }

  /** A text that stands for something else. */
  public <T> Optional<T> parsed(String name, int most, Function<String, T> reader) {
    Optional<String> text = findText(name, most);
    try {
      return text.map(reader);
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(Place.BODY, at(name), e.getMessage()));
      return Optional.empty();
    }
  }

  /** A text that must be there and stands for something else. */
  public <T> Optional<T> demanded(String name, int most, Function<String, T> reader) {
    Optional<T> value = parsed(name, most, reader);
    if (!object.hasNonNull(name)) {
      fault(name, "%s is required".formatted(name));
    }
    return value;
  }

  /** A field that is read like a parameter, as text or as a number or flag. */
  public <T> Optional<T> like(Parameter<T> parameter) {
    Optional<JsonNode> node = find(parameter.name());
    boolean textual = parameter instanceof Parameter.Text || parameter instanceof Parameter.Day;
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get().isContainerNode() || node.get().isTextual() != textual) {
      fault(parameter.name(), "%s must be %s".formatted(parameter.name(), kind(parameter)));
      return Optional.empty();
    }
    try {
      return Optional.of(parameter.read(node.get().asText()));
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(Place.BODY, at(parameter.name()), e.getMessage()));
      return Optional.empty();
    }
  }

  private static String kind(Parameter<?> parameter) {
    return switch (parameter) {
      case Parameter.Text _, Parameter.Day _ -> "text";
      case Parameter.Whole _, Parameter.Decimal _ -> "a number";
      case Parameter.Flag _ -> "true or false";
    };
  }

  /** An object within this one. */
  public <T> Optional<T> object(String name, Function<JsonBody, T> reader) {
    return find(name).flatMap(node -> object(name, at(name), node, reader));
  }

  private <T> Optional<T> object(
      String label, String at, JsonNode node, Function<JsonBody, T> reader) {
    if (node instanceof ObjectNode inner) {
      return Optional.of(new JsonBody(inner, at, faults).part(reader));
    }
    faults.add(new Fault(Place.BODY, at, label + " must be an object"));
    return Optional.empty();
  }

  /** A list of texts, one to {@code size}, all different. */
  public List<String> texts(String name, int size, int most) {
    List<String> texts = list(name, size, (label, at, node) -> text(label, at, node, most));
    if (Set.copyOf(texts).size() < texts.size()) {
      fault(name, "%s must not name one twice".formatted(name));
    }
    return texts;
  }

  /** A list of objects, one to {@code size}. */
  public <T> List<T> objects(String name, int size, Function<JsonBody, T> reader) {
    return list(name, size, (label, at, node) -> object(label, at, node, reader));
  }

  /** Reads an element of a list. */
  private interface Element<T> {
    Optional<T> read(String label, String at, JsonNode node);
  }

  private <T> List<T> list(String name, int size, Element<T> reader) {
    Optional<JsonNode> found = find(name);
    if (found.isEmpty() || !found.get().isArray()) {
      fault(name, "%s must be a list of 1 to %d entries".formatted(name, size));
      return List.of();
    }
    JsonNode list = found.get();
    if (list.isEmpty() || list.size() > size) {
      fault(name, "%s must have 1 to %d entries, has %d".formatted(name, size, list.size()));
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      reader.read(name + "[" + i + "]", at(name) + "/" + i, list.get(i)).ifPresent(read::add);
    }
    return read;
  }

  private <T> T required(String name, Optional<T> value, T stand) {
    if (!object.hasNonNull(name)) {
      fault(name, "%s is required".formatted(name));
    }
    return value.orElse(stand);
  }
}
