package com.ceap.filters.spi;

import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import java.util.List;

/** Who passed and who was rejected, each rejection with its reason. Lists are not copied. */
public record FilterResult(List<Candidate> passed, List<RejectedCandidate> rejected) {
  /** The reason code of a candidate whose own attributes cannot be read. */
  public static final String RECORD_INVALID = "RECORD_INVALID";

  /**
   * Asks a check of each candidate. An attribute of a wrong type rejects its candidate as {@link
   * #RECORD_INVALID}; any other error ends the call. Where all pass as they are, the same list is
   * handed on.
   */
  public static FilterResult of(String filterId, List<Candidate> candidates, Check check) {
    return new Sifting(filterId, check).sift(candidates);
  }
}
