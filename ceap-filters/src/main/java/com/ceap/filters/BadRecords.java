package com.ceap.filters;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the records that make a filter fail even on their own, rejects them, and asks the filter
 * about the others together.
 */
record BadRecords(Filter filter) {

  FilterResult apply(List<Candidate> candidates, FilterContext context) {
    FilterResult readable =
        FilterResult.of(
            filter.filterId(),
            candidates,
            candidate -> {
              filter.apply(List.of(candidate), context);
              return Verdict.pass();
            });
    FilterResult decided = decide(readable.passed(), context);
    return new FilterResult(
        decided.passed(), merged(candidates, readable.rejected(), decided.rejected()));
  }

  private FilterResult decide(List<Candidate> readable, FilterContext context) {
    try {
      return filter.apply(readable, context);
    } catch (AttributeTypeException e) {
      throw new CeapException(
          ErrorCode.DEFECT,
          "filter %s cannot read candidates together that it reads one by one"
              .formatted(filter.filterId()),
          e);
    }
  }

  private static List<RejectedCandidate> merged(
      List<Candidate> order, List<RejectedCandidate> unreadable, List<RejectedCandidate> decided) {
    List<RejectedCandidate> merged = new ArrayList<>(unreadable.size() + decided.size());
    int next = 0;
    for (Candidate candidate : order) {
      if (next < unreadable.size() && unreadable.get(next).candidate().equals(candidate)) {
        merged.add(unreadable.get(next++));
      } else if (merged.size() - next < decided.size()
          && decided.get(merged.size() - next).candidate().key().equals(candidate.key())) {
        merged.add(decided.get(merged.size() - next));
      }
    }
    return merged;
  }
}
