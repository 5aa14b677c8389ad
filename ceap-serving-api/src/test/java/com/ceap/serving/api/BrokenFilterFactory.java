package com.ceap.serving.api;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.Candidate;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
import java.util.List;

/** Type {@code broken}: somebody's filter with a bug. */
public final class BrokenFilterFactory implements FilterFactory<BrokenFilterFactory.Nothing> {
  /** It has nothing to configure. */
  public record Nothing() {}

  private record Broken(String filterId) implements Filter {
    @Override
    public FilterResult apply(List<Candidate> candidates, FilterContext context) {
      throw new IllegalStateException("a bug");
    }
  }

  @Override
  public String type() {
    return "broken";
  }

  @Override
  public ConfigShape<Nothing> shape() {
    return ConfigShape.of(Nothing.class);
  }

  @Override
  public Filter create(String filterId, Nothing parameters, Program program) {
    return new Broken(filterId);
  }
}
