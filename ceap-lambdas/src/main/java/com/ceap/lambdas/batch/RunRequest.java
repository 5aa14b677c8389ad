package com.ceap.lambdas.batch;

import java.time.LocalDate;

/**
 * What to run.
 *
 * @param dryRun decide everything, write no candidate
 */
public record RunRequest(LocalDate businessDate, String executionId, boolean dryRun) {}
