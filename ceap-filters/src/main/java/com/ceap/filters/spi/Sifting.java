package com.ceap.filters.spi;

import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** One pass of a check over a list; copies nothing before the first candidate that needs it. */
final class Sifting {
  private final String filterId;
  private final Check check;

  Sifting(String filterId, Check check) {
    this.filterId = filterId;
    this.check = check;
  }

  FilterResult sift(List<Candidate> candidates) {
    ListIterator<Candidate> rest = candidates.listIterator();
    while (rest.hasNext()) {
      Candidate candidate = rest.next();
      Verdict verdict = verdict(candidate);
      if (!verdict.unchanged()) {
        List<Candidate> before = candidates.subList(0, rest.previousIndex());
        return siftRest(before, candidate, verdict, rest, candidates.size());
      }
    }
    return new FilterResult(candidates, List.of());
  }

  private FilterResult siftRest(
      List<Candidate> before,
      Candidate first,
      Verdict firstVerdict,
      ListIterator<Candidate> rest,
      int size) {
    List<Candidate> passed = new ArrayList<>(size);
    passed.addAll(before);
    FilterResult result = new FilterResult(passed, new ArrayList<>());
    record(first, firstVerdict, result);
    while (rest.hasNext()) {
      Candidate candidate = rest.next();
      record(candidate, verdict(candidate), result);
    }
    return result;
  }

  private Verdict verdict(Candidate candidate) {
    try {
      return check.check(candidate);
    } catch (AttributeTypeException e) {
      return Verdict.reject(FilterResult.RECORD_INVALID, e.getMessage());
    }
  }

  private void record(Candidate candidate, Verdict verdict, FilterResult result) {
    switch (verdict) {
      case Verdict.Pass _ -> result.passed().add(candidate);
      case Verdict.PassOn on -> result.passed().add(on(candidate, on.channels()));
      case Verdict.Reject(String reasonCode, String sentence) ->
          result
              .rejected()
              .add(new RejectedCandidate(candidate, new Rejection(filterId, reasonCode, sentence)));
    }
  }

  private static Candidate on(Candidate candidate, List<String> channels) {
    return new Candidate(
        candidate.key(),
        candidate.context(),
        candidate.attributes(),
        channels,
        candidate.eventTime());
  }
}
