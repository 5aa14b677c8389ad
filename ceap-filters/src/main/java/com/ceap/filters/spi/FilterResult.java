package com.ceap.filters.spi;

import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import java.util.List;

/** Who passed and who was rejected, each rejection with its reason. Lists are not copied. */
public record FilterResult(List<Candidate> passed, List<RejectedCandidate> rejected) {}
