package com.ceap.filters.builtin;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;

/** Type {@code trust}. */
public final class TrustFilterFactory implements FilterFactory<TrustParameters> {
  @Override
  public String type() {
    return "trust";
  }

  @Override
  public ConfigShape<TrustParameters> shape() {
    return ConfigShape.of(TrustParameters.class);
  }

  @Override
  public Filter create(String filterId, TrustParameters parameters, Program program) {
    return new TrustFilter(filterId, parameters);
  }
}
