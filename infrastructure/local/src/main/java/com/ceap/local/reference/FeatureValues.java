package com.ceap.local.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a feature's value: a number, true or false, a JSON map or list; anything else is text. */
final class FeatureValues {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final ObjectReader JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).reader();

  private FeatureValues() {}

  static Object parse(String text) throws BadRowException {
    char first = text.charAt(0);
    if (first == '{' || first == '[') {
      return json(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    boolean numeric = first == '-' || (first >= '0' && first <= '9');
    return numeric ? number(text) : text;
  }

  private static Object number(String text) throws BadRowException {
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    if (!NUMBER.matcher(text).matches()) {
      return text;
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new BadRowException("'value' is '" + text + "', which is beyond a 64-bit number.");
    }
    return number;
  }

  private static Object json(String text) throws BadRowException {
    try {
      return plain(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new BadRowException(
          "'value' begins like JSON but is none: " + e.getOriginalMessage() + ".");
    }
  }

  private static Object plain(JsonNode node) throws BadRowException {
    return switch (node.getNodeType()) {
      case OBJECT -> map(node);
      case ARRAY -> list(node);
      case NUMBER -> number(node);
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.textValue();
      case NULL, MISSING, BINARY, POJO ->
          throw new BadRowException("'value' holds a null; leave the key out instead.");
    };
  }

  private static Object number(JsonNode node) {
    return node.canConvertToLong() && node.isIntegralNumber()
        ? (Object) node.longValue()
        : (Object) node.doubleValue();
  }

  private static Map<String, Object> map(JsonNode node) throws BadRowException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      map.put(field.getKey(), plain(field.getValue()));
    }
    return map;
  }

  private static List<Object> list(JsonNode node) throws BadRowException {
    List<Object> list = new ArrayList<>();
    for (JsonNode element : node) {
      list.add(plain(element));
    }
    return list;
  }
}
