package com.ceap.model.yaml;

/**
 * Why a text is no YAML that we take.
 *
 * @param value what stands there; blank where nothing can be shown
 * @param right what would be right
 */
public record YamlFault(Place place, String value, String wrong, String right) {}
