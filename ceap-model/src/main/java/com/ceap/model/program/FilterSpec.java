package com.ceap.model.program;

/**
 * A filter of the chain.
 *
 * @param order filters run by ascending order; each occurs once
 * @param parameters the typed parameters that the filter's factory reads
 */
public record FilterSpec(
    String filterId, String type, int order, boolean enabled, Object parameters) {}
