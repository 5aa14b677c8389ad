package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.storage.Engagement.Sale;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a customer did with a candidate, as it is kept.
 *
 * @param eventId tells it from the customer's others
 * @param channel where it was shown, by the channel's id; empty where nobody has said
 * @param at when it happened: as the app says, but not after it was reported
 * @param recordedAt when it was reported first
 * @param sale what was bought, of a conversion
 */
public record RecordedEngagement(
    String eventId,
    CandidateKey candidate,
    Engagement.Type type,
    Optional<String> channel,
    Instant at,
    Instant recordedAt,
    Optional<Sale> sale) {}
