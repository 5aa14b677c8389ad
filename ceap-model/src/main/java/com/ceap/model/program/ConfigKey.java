package com.ceap.model.program;

import java.lang.reflect.Type;

/**
 * One key of a configuration block.
 *
 * @param type the Java type its value is read as: String, int, long, double, boolean, an enum,
 *     ZoneId, LocalTime, Object (anything), a record, or List, Map, Optional of these
 * @param required whether a block without the key is a problem
 * @param defaultYaml the value that holds where the key is absent, as YAML; blank for none
 * @param doc one sentence for the JSON Schema and the reference, with unit and range
 * @param min the smallest number allowed
 * @param max the largest number allowed
 */
public record ConfigKey(
    String name,
    Type type,
    boolean required,
    String defaultYaml,
    String doc,
    double min,
    double max) {
  /** A key whose numbers may be of any size. */
  public ConfigKey(String name, Type type, boolean required, String defaultYaml, String doc) {
    this(
        name, type, required, defaultYaml, doc, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
