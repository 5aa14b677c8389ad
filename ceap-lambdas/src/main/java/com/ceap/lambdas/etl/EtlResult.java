package com.ceap.lambdas.etl;

import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.RejectedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a chunk's raw records: {@code raw = rejected + duplicates + notServed +
 * candidates}.
 *
 * @param notServed customers of a marketplace that the program does not serve
 * @param newest the latest timestamp of a readable record; empty where none has one
 */
public record EtlResult(
    List<Candidate> candidates,
    long raw,
    long duplicates,
    List<RejectedCandidate> notServed,
    List<RejectedRecord> rejected,
    Optional<Instant> newest) {}
