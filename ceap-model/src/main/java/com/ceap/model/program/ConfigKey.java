package com.ceap.model.program;

import java.lang.reflect.Type;

/**
 * One key of a configuration block.
 *
 * @param type the Java type its value is read as: String, int, long, double, boolean, an enum, a
 *     record, or List, Map, Optional of these
 * @param required whether a block without the key is a problem
 * @param defaultYaml the value that holds where the key is absent, as YAML; blank for none
 * @param doc one sentence for the JSON Schema and the reference, with unit and range
 */
public record ConfigKey(String name, Type type, boolean required, String defaultYaml, String doc) {}
