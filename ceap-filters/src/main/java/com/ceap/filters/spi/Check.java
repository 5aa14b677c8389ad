package com.ceap.filters.spi;

import com.ceap.model.Candidate;

/** Decides one candidate; made for one chunk, with the chunk's reference data at hand. */
@FunctionalInterface
public interface Check {
  /**
   * The verdict on one candidate.
   *
   * @throws com.ceap.model.AttributeTypeException where an attribute has another type than it must;
   *     it rejects this candidate alone
   */
  Verdict check(Candidate candidate);
}
