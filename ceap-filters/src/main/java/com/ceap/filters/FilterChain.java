package com.ceap.filters;

import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.Candidate;
import com.ceap.model.SendCap;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The enabled filters of a program in their order; each sees only what the one before let through.
 * Candidates of a marketplace that the program overrides go through that marketplace's chain.
 * Thread-safe.
 */
public final class FilterChain {
  private final FilterSequence filters;
  private final Map<String, FilterSequence> overrides;

  private FilterChain(FilterSequence filters, Map<String, FilterSequence> overrides) {
    this.filters = filters;
    this.overrides = overrides;
  }

  /**
   * Builds the filters of a program.
   *
   * @throws com.ceap.model.error.CeapException PROGRAM_INVALID where a filter's type is unknown
   */
  public static FilterChain of(
      Program program, ExtensionRegistry<? extends FilterFactory<?>> factories) {
    Map<String, FilterSequence> overrides =
        program.overrides().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, e -> FilterSequence.of(e.getValue(), factories)));
    return new FilterChain(FilterSequence.of(program, factories), overrides);
  }

  /**
   * Runs the filters one after the other, for batches.
   *
   * @throws com.ceap.model.error.CeapException where a look-up fails, or DEFECT where a filter
   *     loses, invents or reorders candidates
   */
  public ChainResult apply(List<Candidate> candidates, FilterContext context) {
    return run(candidates, (sequence, group) -> sequence.apply(group, context));
  }

  /**
   * Answers what {@link #apply} answers, sooner where several filters wait for something of their
   * own: those start at once on virtual threads. For one candidate or a few, whose look-ups are at
   * hand.
   */
  public ChainResult applyInParallel(List<Candidate> candidates, FilterContext context) {
    return run(candidates, (sequence, group) -> sequence.applyInParallel(group, context));
  }

  /** The caps of the filters that hold for a marketplace; delivery asks them once more. */
  public List<SendCap> caps(String marketplace) {
    return sequence(marketplace).caps();
  }

  private ChainResult run(List<Candidate> candidates, MarketplaceGroups.Run run) {
    if (overrides.isEmpty()) {
      return run.run(filters, candidates);
    }
    return candidates.size() == 1
        ? run.run(sequence(candidates.getFirst().key().marketplace()), candidates)
        : new MarketplaceGroups(filters, overrides).run(candidates, run);
  }

  private FilterSequence sequence(String marketplace) {
    return overrides.getOrDefault(marketplace, filters);
  }
}
