package com.ceap.storage;

import com.ceap.model.ScoredCandidate;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision as it was stored.
 *
 * @param expires when it stops existing for readers
 */
public record StoredCandidate(
    ScoredCandidate decision,
    String runId,
    LocalDate businessDate,
    Instant storedAt,
    Instant expires) {}
