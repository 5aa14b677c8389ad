package com.ceap.filters;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.SendCap;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.List;

/** Filters one after the other, and the count of what each did. */
record FilterSequence(List<Filter> filters, List<Filter> waiting) {

  /** How one filter is asked about those that are left. */
  @FunctionalInterface
  interface Step {
    FilterResult apply(Filter filter, List<Candidate> left);
  }

  FilterSequence(List<Filter> filters) {
    this(List.copyOf(filters), filters.stream().filter(Filter::waits).toList());
  }

  static FilterSequence of(
      Program program, ExtensionRegistry<? extends FilterFactory<?>> factories) {
    List<Filter> filters = new ArrayList<>();
    for (FilterSpec spec : program.filterChain()) {
      if (spec.enabled()) {
        filters.add(new CheckedFilter(create(factory(spec, program, factories), spec, program)));
      }
    }
    return new FilterSequence(filters);
  }

  private static FilterFactory<?> factory(
      FilterSpec spec, Program program, ExtensionRegistry<? extends FilterFactory<?>> factories) {
    var found = factories.find(spec.type());
    if (found.isEmpty()) {
      throw new CeapException(
          ErrorCode.PROGRAM_INVALID,
          "program %s: filter %s has the unknown type '%s'; known are %s"
              .formatted(program.programId(), spec.filterId(), spec.type(), factories.types()));
    }
    return found.get();
  }

  private static <C> Filter create(FilterFactory<C> factory, FilterSpec spec, Program program) {
    @SuppressWarnings("unchecked") // the loader read the parameters by this factory's own shape
    C parameters = (C) spec.parameters();
    return factory.create(spec.filterId(), parameters, program);
  }

  List<SendCap> caps() {
    return filters.stream().flatMap(filter -> filter.caps().stream()).toList();
  }

  ChainResult apply(List<Candidate> candidates, FilterContext context) {
    return run(candidates, (filter, left) -> filter.apply(left, context));
  }

  ChainResult applyInParallel(List<Candidate> candidates, FilterContext context) {
    // One alone would not wait any shorter, and may not have to be asked at all.
    if (candidates.isEmpty() || waiting.size() < 2) {
      return apply(candidates, context);
    }
    try (Speculation speculation = new Speculation(waiting, candidates, context)) {
      return run(candidates, speculation::result);
    }
  }

  private ChainResult run(List<Candidate> candidates, Step step) {
    List<RejectedCandidate> rejected = new ArrayList<>();
    List<FilterOutcome> outcomes = new ArrayList<>(filters.size());
    List<Candidate> left = candidates;
    for (Filter filter : filters) {
      FilterResult result =
          left.isEmpty() ? new FilterResult(left, List.of()) : step.apply(filter, left);
      outcomes.add(Tally.outcome(filter.filterId(), left.size(), result.rejected()));
      rejected.addAll(result.rejected());
      left = result.passed();
    }
    return new ChainResult(left, rejected, outcomes);
  }
}
