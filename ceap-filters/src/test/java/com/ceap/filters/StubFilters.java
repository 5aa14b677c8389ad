package com.ceap.filters;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.Candidate;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.function.BiFunction;

/** Filters whose behaviour is a function that the test gives as their parameters. */
final class StubFilters {
  static final ExtensionRegistry<FilterFactory<?>> REGISTRY =
      ExtensionRegistry.of(List.of(new Factory()));

  private StubFilters() {}

  /** What a filter of the given id makes of a list. */
  interface Behaviour extends BiFunction<String, List<Candidate>, FilterResult> {}

  static FilterSpec spec(String filterId, int order, Behaviour behaviour) {
    return new FilterSpec(filterId, "stub", order, true, behaviour);
  }

  static FilterSpec disabled(String filterId, int order, Behaviour behaviour) {
    return new FilterSpec(filterId, "stub", order, false, behaviour);
  }

  private record Stub(String filterId, Behaviour behaviour) implements Filter {
    @Override
    public FilterResult apply(List<Candidate> candidates, FilterContext context) {
      return behaviour.apply(filterId, candidates);
    }
  }

  private record Factory() implements FilterFactory<Behaviour> {
    @Override
    public String type() {
      return "stub";
    }

    @Override
    public ConfigShape<Behaviour> shape() {
      throw new UnsupportedOperationException("a behaviour is not read from YAML");
    }

    @Override
    public Filter create(String filterId, Behaviour behaviour, Program program) {
      return new Stub(filterId, behaviour);
    }
  }
}
