package com.ceap.filters;

import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import java.util.List;

/**
 * What a chain made of a chunk. Lists are not copied.
 *
 * @param passed who passed every filter, in the order given
 * @param rejected everyone else, by filter in the chain's order
 * @param outcomes one for each enabled filter, in the chain's order; of a candidate alone those of
 *     its own marketplace
 */
public record ChainResult(
    List<Candidate> passed, List<RejectedCandidate> rejected, List<FilterOutcome> outcomes) {}
