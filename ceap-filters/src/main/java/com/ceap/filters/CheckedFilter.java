package com.ceap.filters;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.SendCap;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.List;

/** A filter held to its contract: nobody lost, invented or reordered; bad records kept apart. */
final class CheckedFilter implements Filter {
  private final Filter filter;

  CheckedFilter(Filter filter) {
    this.filter = filter;
  }

  @Override
  public String filterId() {
    return filter.filterId();
  }

  @Override
  public FilterResult apply(List<Candidate> candidates, FilterContext context) {
    FilterResult result;
    try {
      result = filter.apply(candidates, context);
    } catch (AttributeTypeException e) {
      result = new BadRecords(filter).apply(candidates, context);
    }
    requireEachOnce(candidates, result);
    return result;
  }

  @Override
  public boolean waits() {
    return filter.waits();
  }

  @Override
  public List<SendCap> caps() {
    return filter.caps();
  }

  private void requireEachOnce(List<Candidate> candidates, FilterResult result) {
    List<Candidate> passed = result.passed();
    List<RejectedCandidate> rejected = result.rejected();
    if (rejected.isEmpty() && passed.equals(candidates)) {
      return;
    }
    if (passed.size() + rejected.size() != candidates.size() || !inOrder(candidates, result)) {
      throw new CeapException(
          ErrorCode.DEFECT,
          "filter %s was given %d candidates and answered %d passed and %d rejected; it must answer each exactly once, in the order given"
              .formatted(filterId(), candidates.size(), passed.size(), rejected.size()));
    }
  }

  private static boolean inOrder(List<Candidate> candidates, FilterResult result) {
    List<Candidate> passed = result.passed();
    List<RejectedCandidate> rejected = result.rejected();
    int p = 0;
    int r = 0;
    for (Candidate candidate : candidates) {
      if (p < passed.size() && same(passed.get(p), candidate)) {
        p++;
      } else if (r < rejected.size() && same(rejected.get(r).candidate(), candidate)) {
        r++;
      } else {
        return false;
      }
    }
    return true;
  }

  /** A filter may hand on a candidate with fewer channels, hence the key. */
  private static boolean same(Candidate one, Candidate other) {
    return one.key().equals(other.key());
  }
}
