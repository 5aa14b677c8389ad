package com.ceap.connectors.spi;

import java.time.LocalDate;

/**
 * What to extract.
 *
 * @param attempt from 1; each attempt writes under a fresh prefix
 */
public record ExtractRequest(
    String programId, String executionId, LocalDate businessDate, int attempt) {}
