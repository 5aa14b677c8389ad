package com.ceap.filters.builtin;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets candidates pass whose context names one of the regions. */
record GeographicFilter(String filterId, Set<String> regions) implements Filter {
  private static final Verdict MISSING =
      Verdict.reject("MISSING_REGION", "the candidate's context names no region");

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public FilterResult apply(List<Candidate> candidates, FilterContext context) {
    return FilterResult.of(filterId, candidates, this::verdict);
  }

  private Verdict verdict(Candidate candidate) {
    Optional<String> region = candidate.context(Context.REGION);
    if (region.isEmpty()) {
      return MISSING;
    }
    return regions.contains(region.get())
        ? Verdict.pass()
        : Verdict.reject(
            "REGION_NOT_TARGETED", "region " + region.get() + " is not one of those targeted");
  }
}
