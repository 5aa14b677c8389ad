package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.model.Rejection;
import java.time.Instant;

/**
 * What turned an event's candidate away, kept to be explained later.
 *
 * @param eventTime when the event happened
 * @param at when it was decided
 */
public record RejectedEvent(
    CandidateKey key,
    Rejection rejection,
    String eventId,
    Instant eventTime,
    Instant at,
    String programVersion) {}
