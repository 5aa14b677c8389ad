package com.ceap.lambdas.retrain;

import com.ceap.model.Attributes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Features as the export wrote them down, as values again. */
public final class FeatureText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FeatureText() {}

  public static Attributes parse(Map<?, ?> texts) {
    Map<String, Object> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name.toString(), value(text.toString())));
    return Attributes.of(values);
  }

  private static Object value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (text.startsWith("{") && text.endsWith("}")) {
      return nested(text);
    }
    return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")
        ? (Object) Double.valueOf(text)
        : text;
  }

  private static Object nested(String text) {
    try {
      return JSON.readValue(text, Map.class);
    } catch (JsonProcessingException e) {
      // A text that only looks like one.
      return text;
    }
  }
}
