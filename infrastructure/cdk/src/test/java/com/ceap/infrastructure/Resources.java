package com.ceap.infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.assertions.Template;

/** Looks into the resources of a template. */
final class Resources {
  private Resources() {}

  /** The properties of all resources of a type. */
  static List<Map<String, Object>> of(Template template, String type) {
    return template.findResources(type).values().stream()
        .map(resource -> map(map(resource).get("Properties")))
        .toList();
  }

  /** Those whose property has that value. */
  static List<Map<String, Object>> with(
      Template template, String type, String property, Object value) {
    return of(template, type).stream()
        .filter(resource -> value.equals(resource.get(property)))
        .toList();
  }

  @SuppressWarnings("unchecked") // JSON
  static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }

  @SuppressWarnings("unchecked") // JSON
  static List<Object> list(Object json) {
    return json instanceof List<?> many ? (List<Object>) many : List.of(json);
  }
}
