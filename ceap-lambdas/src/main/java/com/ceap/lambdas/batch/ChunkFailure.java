package com.ceap.lambdas.batch;

/**
 * A chunk that could not be decided or stored; its neighbours are not concerned.
 *
 * @param code the error's code
 * @param message without personal data
 */
public record ChunkFailure(
    String connectorId, int chunk, String stage, String code, String message) {}
