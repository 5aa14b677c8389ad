package com.ceap.model.program;

/**
 * A source of raw records.
 *
 * @param config the typed configuration that the connector's factory reads
 */
public record ConnectorSpec(String connectorId, String type, Object config) {}
